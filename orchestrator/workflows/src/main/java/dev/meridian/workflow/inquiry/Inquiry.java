package dev.meridian.workflow.inquiry;

import java.util.List;

/**
 * What is asked of one metrics system.
 *
 * @param metrics name of the configured metrics endpoint
 * @param queries each is parsed, none is run
 * @param histograms names without suffix, with matchers; their bucket boundaries are wanted
 * @param counted expressions that are run now, if every query can be parsed: how many series does
 *     each yield?
 */
public record Inquiry(
    String metrics, List<String> queries, List<String> histograms, List<String> counted) {
  public Inquiry {
    counted = counted == null ? List.of() : List.copyOf(counted);
    queries = List.copyOf(queries);
    histograms = List.copyOf(histograms);
  }
}
