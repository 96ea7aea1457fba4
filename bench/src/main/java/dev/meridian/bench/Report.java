package dev.meridian.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a bench says.
 *
 * @param bench its name
 * @param run how it was run, in one line
 * @param tables for people
 * @param targets beside the figures
 * @param figures every figure, for programs
 */
public record Report(
    String bench, String run, List<Table> tables, List<Target> targets, List<?> figures) {
  /** How it is written. */
  public enum Output {
    TABLE,
    JSON
  }

  public Report {
    tables = List.copyOf(tables);
    targets = List.copyOf(targets);
    figures = List.copyOf(figures);
  }

  /** The whole of it. */
  public String text(Output output) {
    return switch (output) {
      case TABLE -> page();
      case JSON -> json();
    };
  }

  private String page() {
    List<String> parts = new ArrayList<>();
    parts.add(bench + ": " + run + "\n");
    tables.forEach(table -> parts.add(table.text()));
    parts.add(
        new Table(
                "Targets",
                List.of("figure", "target", "measured", ""),
                targets.stream()
                    .map(it -> List.of(it.name(), it.target(), it.figure(), it.standing().words()))
                    .toList())
            .text());
    return String.join("\n", parts);
  }

  private String json() {
    SequencedMap<String, Object> document = new LinkedHashMap<>();
    document.put("bench", bench);
    document.put("run", run);
    document.put("targets", targets);
    document.put("figures", figures);
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document)
          + "\n";
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("the figures could not be written as JSON", failure);
    }
  }
}
