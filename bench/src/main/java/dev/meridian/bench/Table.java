package dev.meridian.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as a page shows it: columns aligned, and Markdown all the same.
 *
 * @param title what it shows, in one line
 * @param header of each column
 * @param rows each as long as the header
 */
public record Table(String title, List<String> header, List<List<String>> rows) {
  /**
   * @throws IllegalArgumentException when a row is shorter or longer than the header
   */
  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException("row should have " + header.size() + " cells: " + row);
      }
    }
  }

  /** Title, header and rows, a line each. */
  public String text() {
    List<Integer> widths =
        IntStream.range(0, header.size())
            .mapToObj(i -> Math.max(header.get(i).length(), widest(i)))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.add("");
    lines.add(line(header, widths, " "));
    lines.add(line(header.stream().map(_ -> "").toList(), widths, "-"));
    rows.forEach(row -> lines.add(line(row, widths, " ")));
    return String.join("\n", lines) + "\n";
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> cells, List<Integer> widths, String fill) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i) + fill.repeat(widths.get(i) - cells.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
