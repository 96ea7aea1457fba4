package dev.meridian.api.inquiry;

import dev.meridian.document.Problem;
import java.util.List;

/**
 * What the metrics systems said about a service's gates.
 *
 * @param problems the document may not be stored
 * @param warnings it may, and a person should know
 */
public record MetricsFindings(List<Problem> problems, List<String> warnings) {
  public MetricsFindings {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }
}
