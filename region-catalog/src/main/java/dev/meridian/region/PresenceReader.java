package dev.meridian.region;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Field;
import dev.meridian.document.NearestName;
import dev.meridian.document.Value;
import dev.meridian.region.Presence.RecordSet;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads the presences of a service against the catalogue. */
public final class PresenceReader {
  private static final List<RequestsPerSecond> NO_DEMAND =
      Collections.nCopies(24, RequestsPerSecond.NONE);

  private final RegionCatalog catalog;

  public PresenceReader(RegionCatalog catalog) {
    this.catalog = catalog;
  }

  /** Reads them all: at least one, each region once, each record set once. */
  public Value<List<Presence>> readAll(Field presences) {
    return readAll(presences, each -> {});
  }

  /**
   * As {@link #readAll(Field)}.
   *
   * @param each is shown every presence, good or not, so that the good ones can be looked at
   *     further although others are not
   */
  public Value<List<Presence>> readAll(Field presences, Consumer<Value<Presence>> each) {
    List<Value<RegionCode>> regions = new ArrayList<>();
    List<Value<RecordSet>> recordSets = new ArrayList<>();
    Value<List<Presence>> all =
        presences
            .list(reader -> {
              PresenceDraft draft = draft(reader);
              regions.add(draft.region());
              recordSets.add(draft.dns());
              each.accept(draft.presence());
              return draft.presence();
            })
            .check(list -> !list.isEmpty(), "a service runs somewhere", "Add a presence.");
    refuseTwins(regions, "two presences are in this region", "Remove one.");
    refuseTwins(recordSets, "two presences have this record set", "Give each its setIdentifier.");
    return all;
  }

  /** Reads one presence. */
  public Value<Presence> read(DocumentReader reader) {
    return draft(reader).presence();
  }

  /** One presence, whole or not, and what must differ from every other. */
  private record PresenceDraft(
      Value<RegionCode> region, Value<RecordSet> dns, Value<Presence> presence) {}

  private PresenceDraft draft(DocumentReader reader) {
    Value<RegionCode> region = region(reader.required("region"));
    Value<Role> role = reader.required("role").oneOf(Role.class);
    Value<String> namespace =
        reader.required("namespace").as(text -> Slug.require("namespace", text));
    Value<String> endpoint = reader.required("endpoint").as(PresenceReader::url);
    boolean users = role.maybe().map(Role::hasUsers).orElse(false);
    Value<RecordSet> dns = field(reader, "dns", users).object(RecordSetReader::read);
    Value<List<RequestsPerSecond>> demand = demand(field(reader, "demand", users));
    Value<RequestsPerSecond> capacity =
        field(reader, "capacity", users).number().map(RequestsPerSecond::new);
    Value<StagingData> data = reader.optional("data").object(StagingDataReader::read);
    if (role.maybe().filter(Role.STAGING::equals).isPresent()) {
      refuseForStaging(dns);
      refuseForStaging(demand);
      refuseForStaging(capacity);
    } else {
      capacity.check(c -> c.value() > 0, "capacity should be more than 0", "Write its capacity.");
      role.maybe().ifPresent(other -> StagingDataReader.refuse(data));
    }
    Value<SortedMap<String, String>> parameters = reader.optional("parameters").map();
    Value<SortedMap<String, String>> labels = metricLabels(reader.required("metricLabels"));
    Value<Presence> presence =
        reader.build(() ->
            new Presence(
                region.get(),
                role.get(),
                namespace.get(),
                endpoint.get(),
                dns.maybe(),
                demand.or(NO_DEMAND),
                capacity.or(RequestsPerSecond.NONE),
                parameters.or(new TreeMap<>()),
                labels.get(),
                data.maybe()));
    return new PresenceDraft(region, dns, presence);
  }

  /** Users need a record set, demand and capacity; without a readable role nothing is asked for. */
  private static Field field(DocumentReader reader, String name, boolean users) {
    return users ? reader.required(name) : reader.optional(name);
  }

  private Value<RegionCode> region(Field field) {
    Value<RegionCode> code = field.as(RegionCode::new);
    List<String> known = catalog.regions().stream().map(r -> r.code().value()).toList();
    Optional<RegionCode> unknown = code.maybe().filter(it -> catalog.find(it).isEmpty());
    return unknown.isEmpty()
        ? code
        : code.problem(
            "region is not in the catalogue", NearestName.remedy(unknown.get().value(), known));
  }

  private static Value<List<RequestsPerSecond>> demand(Field field) {
    return field
        .items(hour -> hour.number().map(RequestsPerSecond::new))
        .check(
            hours -> hours.size() == 24,
            "demand should have 24 hours",
            "Write requests per second for each local hour, from 0 to 23.");
  }

  private static Value<SortedMap<String, String>> metricLabels(Field field) {
    return field
        .map()
        .check(
            labels -> !labels.isEmpty(),
            "metricLabels should select this presence's series",
            "Add at least one label.")
        .check(
            labels -> labels.keySet().stream().allMatch(n -> n.matches("[a-zA-Z_][a-zA-Z0-9_]*")),
            "label names should be letters, digits and _",
            "Use the names that Prometheus shows.");
  }

  private static void refuseForStaging(Value<?> value) {
    value.check(
        any -> false, "staging has no users", "Remove it, or make the role canary or production.");
  }

  private static <T> void refuseTwins(List<Value<T>> values, String message, String remedy) {
    List<T> seen = new ArrayList<>();
    for (Value<T> value : values) {
      if (value.maybe().filter(seen::contains).isPresent()) {
        value.problem(message, remedy);
      }
      value.maybe().ifPresent(seen::add);
    }
  }

  private static String url(String text) {
    URI uri = URI.create(text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException("endpoint should be an http or https URL with a host");
    }
    return text;
  }
}
