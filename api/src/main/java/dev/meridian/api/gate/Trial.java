package dev.meridian.api.gate;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.NearestName;
import dev.meridian.document.Value;
import dev.meridian.gate.GateReader;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Presence;
import dev.meridian.region.RegionCode;
import dev.meridian.service.ServiceSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody wants to try.
 *
 * @param gate one
 * @param written whether it stands in the request, and not in the service's document
 * @param region with users
 * @param revision value of the revision label; empty for whatever ran there
 * @param from the exposure
 * @param until end of the bake
 */
record Trial(
    GateSpec gate,
    boolean written,
    RegionCode region,
    Optional<String> revision,
    Instant from,
    Instant until) {
  static final String GATE = "gate";

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final long MOST_POINTS = 50_000;
  private static final String INSTANT =
      "Write an instant in UTC, such as 2026-03-02T12:00:00Z, or one with its offset.";

  /** The shape that the interface's description shows. */
  @Schema(
      name = "TryGate",
      requiredProperties = {"service", "gate", "region", "from"})
  record Shape(
      String service,
      @Schema(
              description =
                  "The name of one of the service's gates, or a gate as its document would have it",
              oneOf = {String.class, Object.class})
          Object gate,
      @Schema(example = "eu-central-1") String region,
      Instant from,
      @Schema(description = "The newest instant that can be asked for when left out")
          Optional<Instant> until,
      @Schema(description = "Value of the service's revision label; whatever ran there if left out")
          Optional<String> revision) {}

  /**
   * Reads the fields of a request beside its service.
   *
   * @param written whether the gate is an object
   * @param newest until when samples are settled
   */
  static Value<Trial> read(
      DocumentReader request, boolean written, ServiceSpec service, Instant newest) {
    Value<GateSpec> gate =
        (written
                ? request.required(GATE).object(GateReader::read)
                : named(request.required(GATE).text(), service))
            .check(
                GateSpec::measures,
                "is an alarm: alerts are sent to Meridian, and those of the past are not asked for",
                "Try a gate that reads metrics.");
    Value<RegionCode> region = region(request.required("region").as(RegionCode::new), service);
    Value<String> revision = request.optional("revision").text();
    Value<Instant> from = request.required("from").text().map(Trial::instant, INSTANT);
    Value<Instant> until =
        request
            .optional("until")
            .text()
            .map(Trial::instant, INSTANT)
            .check(
                at -> !at.isAfter(newest),
                "lies after " + newest + ", until when all samples have come in",
                "Write that instant or an earlier one, or leave it out.");
    checkLength(
        from,
        until.maybe().or(() -> until.isAbsent() ? Optional.of(newest) : Optional.empty()),
        gate);
    return request.build(() ->
        new Trial(
            gate.get(), written, region.get(), revision.maybe(), from.get(), until.or(newest)));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Value<GateSpec> named(Value<String> name, ServiceSpec service) {
    List<String> names = service.gates().stream().map(GateSpec::name).toList();
    return name.maybe().isPresent() && !names.contains(name.get())
        ? name.problem("is no gate of " + service.name(), NearestName.remedy(name.get(), names))
        : name.map(known -> service.gates().get(names.indexOf(known)));
  }

  private static Value<RegionCode> region(Value<RegionCode> region, ServiceSpec service) {
    List<String> users =
        service.presences().stream()
            .filter(presence -> presence.role().hasUsers())
            .map(Presence::region)
            .map(RegionCode::value)
            .toList();
    String code = region.maybe().map(RegionCode::value).orElse("");
    return region.check(
        known -> users.contains(known.value()),
        "is no region in which " + service.name() + " has users",
        NearestName.remedy(code, users));
  }

  private static void checkLength(
      Value<Instant> from, Optional<Instant> until, Value<GateSpec> gate) {
    if (until.isEmpty()) {
      return;
    }
    Instant end = until.orElseThrow();
    Duration interval = gate.maybe().map(GateSpec::interval).orElse(Duration.ofSeconds(15));
    Predicate<Instant> holdsOne = at -> !at.plus(interval).isAfter(end);
    Value<Instant> before =
        from.check(
            holdsOne,
            "leaves less than one interval of " + interval + " before " + end,
            "Write an earlier instant.");
    Value<Instant> near =
        before.check(
            at -> !at.plus(LONGEST).isBefore(end),
            "is more than " + LONGEST.toDays() + " days before " + end,
            "Write " + end.minus(LONGEST) + " or later, or an earlier until.");
    Instant soonest = end.minus(interval.multipliedBy(MOST_POINTS));
    near.check(
        at -> !at.isBefore(soonest),
        String.format(Locale.ROOT, "makes more than %,d intervals of %s", MOST_POINTS, interval),
        "Write " + soonest + " or later, or a longer interval of the gate.");
  }
}
