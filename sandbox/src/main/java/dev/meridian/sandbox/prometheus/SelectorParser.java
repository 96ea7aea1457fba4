package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads selectors: {@code name{label="value"}[5m] offset 1h}. */
final class SelectorParser {
  private final Words words;

  SelectorParser(Words words) {
    this.words = words;
  }

  /** Name and conditions. */
  Expression selector() {
    List<Matcher> conditions = new ArrayList<>();
    if (words.next().kind() == Token.Kind.WORD) {
      String name = words.skip().text();
      conditions.add(Matcher.of(Labels.NAME, Matcher.Operator.EQUAL, name));
    } else if (!words.next().is("{")) {
      throw words.unexpected("");
    }
    if (words.skipIf("{")) {
      while (!words.skipIf("}")) {
        conditions.add(condition(conditions));
        if (!words.next().is("}")) {
          words.expect(",");
        }
      }
    }
    if (conditions.stream().allMatch(each -> each.accepts(""))) {
      throw QueryException.badData(
          "parse error: vector selector must contain at least one non-empty matcher");
    }
    return new Expression.Selector(conditions, Optional.empty(), 0);
  }

  /** What may follow any operand: a range, an offset. */
  Expression withModifiers(Expression expression) {
    Expression modified = expression;
    if (words.next().is("[")) {
      modified = range(modified);
    }
    if (words.skipIfWord("offset")) {
      modified = offset(modified);
    }
    if (words.next().is("@")) {
      throw QueryException.unsupported("the modifier @");
    }
    return modified;
  }

  private Expression range(Expression expression) {
    words.expect("[");
    long range = duration();
    if (words.next().is(":")) {
      throw QueryException.unsupported("a subquery");
    }
    words.expect("]");
    if (expression instanceof Expression.Selector selector && selector.range().isEmpty()) {
      return new Expression.Selector(selector.conditions(), Optional.of(range), selector.offset());
    }
    throw QueryException.badData("parse error: ranges only allowed for vector selectors");
  }

  private Expression offset(Expression expression) {
    boolean future = words.skipIf("-");
    long duration = duration();
    if (expression instanceof Expression.Selector selector && selector.offset() == 0) {
      return new Expression.Selector(
          selector.conditions(), selector.range(), future ? -duration : duration);
    }
    throw QueryException.badData(
        "parse error: offset modifier must be preceded by an instant vector selector or range"
            + " vector selector or a subquery");
  }

  private Matcher condition(List<Matcher> before) {
    String label = words.label();
    Token symbol = words.next();
    Matcher.Operator operator =
        Matcher.Operator.of(symbol.text())
            .filter(_ -> symbol.kind() == Token.Kind.SYMBOL)
            .orElseThrow(() -> words.unexpected(" in label matching, expected one of = != =~ !~"));
    words.skip();
    if (words.next().kind() != Token.Kind.STRING) {
      throw words.unexpected(" in label matching, expected string");
    }
    String value = words.skip().text();
    if (label.equals(Labels.NAME) && before.stream().anyMatch(c -> c.label().equals(label))) {
      throw QueryException.badData("parse error: metric name must not be set twice");
    }
    try {
      return Matcher.of(label, operator, value);
    } catch (PatternSyntaxException e) {
      throw QueryException.badData(
          "parse error: error parsing regexp: " + e.getDescription() + ": `" + value + "`");
    }
  }

  private long duration() {
    Token token = words.next();
    Optional<Long> duration =
        token.kind() == Token.Kind.DURATION ? Durations.read(token.text()) : Optional.empty();
    if (duration.isEmpty()) {
      throw words.unexpected(", expected duration");
    }
    words.skip();
    if (duration.get() == 0) {
      throw QueryException.badData("parse error: duration must be greater than 0");
    }
    return duration.get();
  }
}
