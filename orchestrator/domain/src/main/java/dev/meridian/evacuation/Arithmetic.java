package dev.meridian.evacuation;

import dev.meridian.region.RegionCode;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The solver's figures as sentences for people. */
final class Arithmetic {
  private static final int MOST_NAMES = 6;

  private Arithmetic() {}

  static String ofMove(
      EvacuationRequest request, Outlook outlook, SortedMap<RegionCode, Weight> changed) {
    Serving left = request.left();
    String raised =
        changed.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(request.leaving()))
            .map(entry -> entry.getKey() + " to " + entry.getValue())
            .collect(Collectors.joining(", "));
    String tightest =
        outlook
            .tightest(request.rules())
            .map(s ->
                "; tightest is %s with %s of %s requests/s at peak"
                    .formatted(s.region(), figure(outlook.peak(s)), figure(s.capacity().value())))
            .orElse("");
    return "%s from weight %s to 0: %s requests/s now, %s at peak, go to %d regions"
            .formatted(
                left.region(),
                left.weight(),
                figure(left.demand().now().value()),
                figure(left.demand().peak().value()),
                request.takers().size())
        + (raised.isEmpty() ? "" : "; weights raised: " + raised)
        + tightest
        + spill(request, outlook);
  }

  private static String spill(EvacuationRequest request, Outlook outlook) {
    return outlook.spill().ppm() == 0
        ? ""
        : "; %s of it arrives in %s".formatted(outlook.spill(), unfree(request));
  }

  static String ofSpill(EvacuationRequest request, Outlook best) {
    return "%s cannot be evacuated by weights: with the best of them %s of its traffic would arrive in %s; at most %s may"
        .formatted(request.leaving(), best.spill(), unfree(request), request.rules().spill());
  }

  static String ofNoRoom(
      EvacuationRequest request, Outlook best, SortedMap<RegionCode, Double> room) {
    double sum = room.values().stream().mapToDouble(Double::doubleValue).sum();
    String each =
        room.entrySet().stream()
            .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
            .limit(MOST_NAMES)
            .map(entry -> entry.getKey() + " " + figure(entry.getValue()))
            .collect(Collectors.joining(", "));
    String tightest =
        best.tightest(request.rules())
            .map(s ->
                "; %s would have to carry %s of %s"
                    .formatted(
                        s.region(),
                        figure(best.peak(s)),
                        figure(request.rules().usable(s.capacity().value()))))
            .orElse("");
    return "no room to evacuate %s: its %s requests/s at peak need regions with %s head-room, and the others have room for %s (%s)"
            .formatted(
                request.leaving(),
                figure(request.left().demand().peak().value()),
                request.rules().headRoom(),
                figure(sum),
                each.isEmpty() ? "none" : each)
        + tightest;
  }

  static String names(List<Serving> regions) {
    String named =
        regions.stream()
            .limit(MOST_NAMES)
            .map(serving -> serving.region().value())
            .collect(Collectors.joining(", "));
    int more = regions.size() - MOST_NAMES;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static String unfree(EvacuationRequest request) {
    return request.takers().stream()
        .filter(taker -> !request.free(taker))
        .limit(MOST_NAMES)
        .map(taker -> taker.region() + " (" + taker.standing().clause() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String figure(double requestsPerSecond) {
    return String.format(Locale.ROOT, "%,.0f", requestsPerSecond);
  }
}
