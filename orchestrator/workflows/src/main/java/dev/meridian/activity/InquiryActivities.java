package dev.meridian.activity;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** Questions to the outside world that the api asks before it stores a document. Only reads. */
@ActivityInterface(namePrefix = "Inquiry")
public interface InquiryActivities {
  /**
   * Lets the metrics system parse each query.
   *
   * @param metrics name of the configured metrics endpoint
   * @return for each query in order, what is wrong with it, or {@code ""}
   */
  List<String> checkQueries(String metrics, List<String> queries);

  /**
   * Bucket boundaries of a histogram, in seconds, ascending; empty when it has no series.
   *
   * @param histogram name without suffix, with matchers
   */
  List<Double> bucketBoundaries(String metrics, String histogram);

  /**
   * Runs each expression at the metrics system's now.
   *
   * @return for each in order, how many series it yields
   */
  List<Integer> countSeries(String metrics, List<String> expressions);
}
