package dev.meridian.gate.change;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Field;
import dev.meridian.document.NearestName;
import dev.meridian.document.Reading;
import dev.meridian.document.Value;
import dev.meridian.gate.change.OutsideChange.Kind;
import dev.meridian.region.Region;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.ServiceName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what somebody says has changed. Every problem is told at once. */
public final class ChangeReader {
  private final RegionCatalog catalog;

  /**
   * @param catalog whose regions may be named; all of them where none is
   */
  public ChangeReader(RegionCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Reads a whole body.
   *
   * @param tree maps, lists, text, numbers, booleans and null
   */
  public Reading<OutsideChange> read(@Nullable Object tree) {
    DocumentReader reader = DocumentReader.of(tree);
    return reader.reading(read(reader));
  }

  private Value<OutsideChange> read(DocumentReader reader) {
    Value<Kind> kind = reader.required("kind").oneOf(Kind.class);
    Value<List<RegionCode>> regions =
        reader
            .optional("regions")
            .items(this::region)
            .check(
                named -> !named.isEmpty(),
                "regions should name one or more",
                "Name them, or leave the field out where the whole world is meant.");
    Value<Instant> from = instant(reader.required("from"));
    Instant earliest = from.maybe().orElse(Instant.MIN);
    Value<Instant> until =
        instant(reader.optional("until"))
            .check(
                end -> !end.isBefore(earliest),
                "the end comes before the beginning",
                "Change one of them, or leave the end out.");
    Value<String> source =
        reader
            .required("source")
            .text()
            .check(
                text -> text.length() <= OutsideChange.LONGEST_SOURCE,
                "source should have at most " + OutsideChange.LONGEST_SOURCE + " characters",
                "Shorten it, and link to the rest.");
    Value<ServiceName> service = reader.optional("service").as(ServiceName::new);
    return reader.build(() ->
        new OutsideChange(
            kind.get(),
            regions.or(everywhere()),
            from.get(),
            until.maybe(),
            source.get(),
            service.maybe()));
  }

  private List<RegionCode> everywhere() {
    return catalog.regions().stream().map(Region::code).toList();
  }

  private Value<RegionCode> region(Field field) {
    Value<RegionCode> code = field.as(RegionCode::new);
    if (code.maybe().isEmpty() || catalog.find(code.get()).isPresent()) {
      return code;
    }
    List<String> known = everywhere().stream().map(RegionCode::value).toList();
    return code.problem(
        "region is not in the catalogue", NearestName.remedy(code.get().value(), known));
  }

  private static Value<Instant> instant(Field field) {
    return field.text().map(ChangeReader::micros, "Write UTC, for example 2026-03-01T12:00:00Z.");
  }

  /** Finer than a microsecond is not kept. */
  private static Instant micros(String text) {
    return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
  }
}
