package dev.meridian.region.incident;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Field;
import dev.meridian.document.NearestName;
import dev.meridian.document.Reading;
import dev.meridian.document.Value;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.incident.Incident.Kind;
import dev.meridian.region.incident.Incident.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody reports: region, kind, when the contender was exposed and when the harm was
 * discovered. Every problem is told at once.
 */
public final class IncidentReader {
  private final RegionCatalog catalog;
  private final Instant now;

  /**
   * @param catalog whose regions may be named
   * @param now nothing is discovered later than this
   */
  public IncidentReader(RegionCatalog catalog, Instant now) {
    this.catalog = catalog;
    this.now = now;
  }

  /**
   * Reads a whole report.
   *
   * @param tree maps, lists, text, numbers, booleans and null
   */
  public Reading<Incident> read(@Nullable Object tree) {
    DocumentReader reader = DocumentReader.of(tree);
    return reader.reading(read(reader));
  }

  private Value<Incident> read(DocumentReader reader) {
    Value<RegionCode> region = region(reader.required("region"));
    Value<Kind> kind = reader.required("kind").oneOf(Kind.class);
    Value<Instant> exposed = instant(reader.required("exposedAt"));
    Value<Instant> discovered = discovered(reader.required("discoveredAt"), exposed);
    Value<String> revision =
        reader
            .optional("revision")
            .text()
            .check(
                hash -> hash.matches("[0-9a-f]{6,64}"),
                "revision should be its hash",
                "Write the hash that the plan shows, or leave it out.");
    Value<String> note =
        reader
            .optional("note")
            .text()
            .check(
                text -> text.length() <= Incident.LONGEST_NOTE,
                "note should have at most " + Incident.LONGEST_NOTE + " characters",
                "Shorten it, and link to the rest.");
    return reader.build(() ->
        new Incident(
            region.get(),
            kind.get(),
            Duration.between(exposed.get(), discovered.get()),
            discovered.get(),
            Source.REPORT,
            revision.maybe(),
            note.or("")));
  }

  private Value<Instant> discovered(Field field, Value<Instant> exposed) {
    Value<Instant> discovered =
        instant(field)
            .check(
                at -> !at.isAfter(now),
                "an incident cannot be discovered in the future: it is " + now,
                "Write when it was noticed.");
    Instant earliest = exposed.maybe().orElse(Instant.MIN);
    return discovered.check(
        at -> !at.isBefore(earliest),
        "discovery comes before exposure",
        "Change one of them: bakes come from the time between.");
  }

  private Value<RegionCode> region(Field field) {
    Value<RegionCode> code = field.as(RegionCode::new);
    if (code.maybe().isEmpty() || catalog.find(code.get()).isPresent()) {
      return code;
    }
    List<String> known = catalog.regions().stream().map(it -> it.code().value()).toList();
    return code.problem(
        "region is not in the catalogue", NearestName.remedy(code.get().value(), known));
  }

  private static Value<Instant> instant(Field field) {
    return field.text().map(IncidentReader::micros, "Write UTC, for example 2026-03-01T12:00:00Z.");
  }

  /** Finer than a microsecond is not kept. */
  private static Instant micros(String text) {
    return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
  }
}
