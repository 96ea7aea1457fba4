package dev.meridian.workflow.inquiry;

import java.util.List;

/**
 * What the metrics system said, in the order of the questions.
 *
 * @param queryProblems what is wrong with each query and then with each histogram, or {@code ""}
 * @param boundaries of each histogram, in seconds, ascending; empty when it has no series yet, or
 *     cannot be parsed
 * @param series of each counted expression; empty when they were not counted
 */
public record InquiryAnswer(
    List<String> queryProblems, List<List<Double>> boundaries, List<Integer> series) {
  public InquiryAnswer {
    series = series == null ? List.of() : List.copyOf(series);
    queryProblems = List.copyOf(queryProblems);
    boundaries = boundaries.stream().map(List::copyOf).toList();
  }
}
