package dev.meridian.workflow.inquiry;

import java.util.List;

/**
 * What the metrics system said, in the order of the questions.
 *
 * @param queryProblems what is wrong with each query and then with each histogram, or {@code ""}
 * @param boundaries of each histogram, in seconds, ascending; empty when it has no series yet, or
 *     cannot be parsed
 */
public record InquiryAnswer(List<String> queryProblems, List<List<Double>> boundaries) {
  public InquiryAnswer {
    queryProblems = List.copyOf(queryProblems);
    boundaries = boundaries.stream().map(List::copyOf).toList();
  }
}
