package dev.meridian.region.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A working day: Monday to Friday, 9 to 17 o'clock in the region's own zone. Holidays are unknown
 * here: they differ by place and year, and somebody who knows of one freezes the release.
 */
final class WorkingDay {
  private static final LocalTime BEGINS = LocalTime.of(9, 0);
  private static final LocalTime ENDS = LocalTime.of(17, 0);

  private WorkingDay() {}

  /** The end of the first working day that begins at {@code from} or later. */
  static Instant seen(Instant from, ZoneId zone) {
    ZonedDateTime start = from.atZone(zone);
    ZonedDateTime day = start.with(BEGINS);
    while (day.isBefore(start) || !working(day.getDayOfWeek())) {
      day = day.toLocalDate().plusDays(1).atTime(BEGINS).atZone(zone);
    }
    return day.with(ENDS).toInstant();
  }

  private static boolean working(DayOfWeek day) {
    return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
  }
}
