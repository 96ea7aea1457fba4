package dev.meridian.region;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import dev.meridian.region.Presence.RecordSet;
import java.util.List;

/** Reads one weighted record set of a hosted zone. */
final class RecordSetReader {
  private static final List<String> TYPES = List.of("A", "AAAA", "CNAME");

  private RecordSetReader() {}

  static Value<RecordSet> read(DocumentReader reader) {
    Value<String> zone =
        reader
            .required("zone")
            .text()
            .check(
                id -> id.matches("[A-Z0-9]{1,32}"),
                "zone should be a bare hosted zone id",
                "Write it without /hostedzone/.");
    Value<String> name =
        reader
            .required("name")
            .text()
            .check(
                host -> host.matches("[a-z0-9_]([a-z0-9_.-]{0,252})"),
                "record name should be a host name in lower case",
                "Write for example checkout.shop.example.");
    Value<String> type =
        reader
            .required("type")
            .text()
            .check(
                TYPES::contains,
                "record type should be one of: " + String.join(", ", TYPES),
                "Weights steer users through address records.");
    Value<String> setIdentifier =
        reader
            .required("setIdentifier")
            .text()
            .check(
                id -> id.length() <= 128,
                "setIdentifier should have at most 128 characters",
                "Shorten it.");
    return reader.build(
        () -> new RecordSet(zone.get(), name.get(), type.get(), setIdentifier.get()));
  }
}
