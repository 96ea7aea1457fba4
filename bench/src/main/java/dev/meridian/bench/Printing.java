package dev.meridian.bench;

import picocli.CommandLine.Option;

/** How a page is printed: the one option that every figure's command has. */
final class Printing {
  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "table or json (default: ${DEFAULT-VALUE})",
      defaultValue = "table")
  private Report.Output output = Report.Output.TABLE;

  void print(Report report) {
    System.out.print(report.text(output));
  }
}
