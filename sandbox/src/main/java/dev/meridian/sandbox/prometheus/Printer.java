package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.prometheus.Expression.Grouping;
import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Matcher;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an expression as Prometheus would, on one line. */
final class Printer {
  private Printer() {}

  static String print(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> Numbers.printLiteral(literal.value());
      case Expression.Text text -> quoted(text.value());
      case Expression.Parenthesised inner -> "(" + print(inner.inner()) + ")";
      case Expression.Negated negated -> "-" + print(negated.operand());
      case Expression.Selector selector -> selector(selector);
      case Expression.Call call ->
          call.function().word()
              + call.arguments().stream()
                  .map(Printer::print)
                  .collect(Collectors.joining(", ", "(", ")"));
      case Expression.Aggregation aggregation ->
          aggregation.aggregator().word()
              + by(aggregation.grouping())
              + "("
              + print(aggregation.operand())
              + ")";
      case Expression.Binary binary ->
          print(binary.left())
              + " "
              + binary.operator().symbol()
              + (binary.bool() ? " bool" : "")
              + matching(binary.matching())
              + " "
              + print(binary.right());
    };
  }

  private static String by(Grouping grouping) {
    if (grouping.on()) {
      return grouping.labels().isEmpty() ? "" : " by " + list(grouping) + " ";
    }
    return " without " + list(grouping) + " ";
  }

  private static String matching(Grouping matching) {
    if (matching.on()) {
      return " on " + list(matching);
    }
    return matching.labels().isEmpty() ? "" : " ignoring " + list(matching);
  }

  private static String list(Grouping grouping) {
    return grouping.labels().stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private static String selector(Expression.Selector selector) {
    Optional<Matcher> name =
        selector.conditions().stream()
            .filter(each -> each.label().equals(Labels.NAME))
            .filter(each -> each.operator() == Matcher.Operator.EQUAL)
            .findFirst();
    String conditions =
        selector.conditions().stream()
            .filter(each -> name.map(known -> !known.equals(each)).orElse(true))
            .map(each -> each.label() + each.operator().symbol() + quoted(each.value()))
            .sorted()
            .collect(Collectors.joining(","));
    String braces = conditions.isEmpty() && name.isPresent() ? "" : "{" + conditions + "}";
    String range = selector.range().map(millis -> "[" + Durations.print(millis) + "]").orElse("");
    return name.map(Matcher::value).orElse("") + braces + range + offset(selector.offset());
  }

  private static String offset(long millis) {
    if (millis == 0) {
      return "";
    }
    return " offset " + (millis < 0 ? "-" : "") + Durations.print(Math.abs(millis));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
