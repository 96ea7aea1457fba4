package dev.meridian.region.plan;

import dev.meridian.region.Trait;
import java.util.ArrayList;
import java.util.List;

/**
 * Says why a region stands where it stands: {@code "third: adds script=hangul; 4.1 % of traffic"}.
 */
final class Sentence {
  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth");

  private Sentence() {}

  static String of(Stop stop) {
    Candidate region = stop.candidate();
    String start = ordinal(stop.position()) + ": ";
    if (stop.part() == WaveGroup.STAGING) {
      return start + "staging; no users, passes on checks alone";
    }
    List<String> parts = new ArrayList<>();
    if (stop.part() == WaveGroup.CANARY) {
      parts.add("canary, its users agreed to come first");
    } else if (stop.firstOfBand()) {
      parts.add("first of " + region.band() + ", so alone");
    }
    parts.add(adds(stop));
    parts.add(region.traffic() + " of traffic");
    parts.add(
        stop.nearest()
            .map(near -> "like " + near.earlier().code() + " in " + near.similarity())
            .orElse("similar to nobody yet"));
    return start + String.join("; ", parts);
  }

  private static String adds(Stop stop) {
    if (!stop.candidate().judgeable()) {
      return "not judgeable alone, covers nothing";
    }
    List<String> traits =
        stop.adds().stream()
            .filter(trait -> !trait.name().equals(Trait.TRAFFIC_BAND))
            .map(Trait::toString)
            .toList();
    if (!traits.isEmpty()) {
      return "adds " + String.join(", ", traits);
    }
    return stop.adds().isEmpty() ? "its traits are covered" : "its other traits are covered";
  }

  static String ordinal(int position) {
    return position <= ORDINALS.size() ? ORDINALS.get(position - 1) : numeral(position);
  }

  private static String numeral(int position) {
    boolean teen = position % 100 / 10 == 1;
    String suffix =
        switch (teen ? 0 : position % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return position + suffix;
  }
}
