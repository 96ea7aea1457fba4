package dev.meridian.workflow.inquiry;

import java.util.List;

/**
 * What is asked of one metrics system.
 *
 * @param metrics name of the configured metrics endpoint
 * @param queries each is parsed, none is run
 * @param histograms names without suffix, with matchers; their bucket boundaries are wanted
 */
public record Inquiry(String metrics, List<String> queries, List<String> histograms) {
  public Inquiry {
    queries = List.copyOf(queries);
    histograms = List.copyOf(histograms);
  }
}
