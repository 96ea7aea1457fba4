package dev.meridian.cli.sealed;

import dev.meridian.sandbox.world.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A defect in words that hold every number of it. */
final class DefectWords {
  private static final double MEBIBYTE = 1024.0 * 1024;

  private DefectWords() {}

  static String of(Defect defect) {
    return switch (defect) {
      case Defect.Errors errors ->
          String.format(
              Locale.ROOT, "%.1f %% of requests fail%s", 100 * errors.share(), of(errors.when()));
      case Defect.Slow slow ->
          String.format(
              Locale.ROOT, "answers take %.1f times as long%s", slow.factor(), of(slow.when()));
      case Defect.Leak leak ->
          String.format(
              Locale.ROOT,
              "memory grows by %.0f MiB an hour%s",
              leak.bytesPerHour() / MEBIBYTE,
              of(leak.when()));
      case Defect.FailsCheck check -> "the integration check fails: " + check.reason();
    };
  }

  private static String of(Defect.When when) {
    List<String> conditions = new ArrayList<>();
    when.trait().ifPresent(trait -> conditions.add("where " + trait));
    when.aboveRequestsPerSecond()
        .ifPresent(rate -> conditions.add("above %.0f requests/s".formatted(rate)));
    when.afterAge().ifPresent(age -> conditions.add("from an age of " + age.toHours() + " h on"));
    return conditions.isEmpty() ? ", everywhere" : ", " + String.join(" and ", conditions);
  }
}
