package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.prometheus.Expression.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads PromQL by recursive descent. */
final class Parser {
  private final Words words;
  private final SelectorParser selectors;

  private Parser(Words words) {
    this.words = words;
    this.selectors = new SelectorParser(words);
  }

  /**
   * Reads an expression and checks its types.
   *
   * @throws QueryException {@code bad_data} when it is no PromQL, {@code execution} when it is some
   *     that is not supported
   */
  static Expression read(String query) {
    Words words = new Words(Lexer.read(query));
    if (words.next().kind() == Token.Kind.END) {
      throw QueryException.badData("unknown position: parse error: no expression found in input");
    }
    Expression expression = new Parser(words).binary(1);
    if (words.next().kind() != Token.Kind.END) {
      throw words.unexpected("");
    }
    return expression;
  }

  /** Operands joined by operators that bind at least so tightly. */
  private Expression binary(int binding) {
    Expression left = unary();
    while (true) {
      Optional<Operator> operator = Operator.of(words.next());
      if (operator.isEmpty() || operator.get().binding() < binding) {
        unsupportedOperator();
        return left;
      }
      words.skip();
      left = joined(operator.get(), left);
    }
  }

  private Expression joined(Operator operator, Expression left) {
    boolean bool = words.skipIfWord("bool");
    Grouping matching = Grouping.ALL;
    if (words.next().isWord("on") || words.next().isWord("ignoring")) {
      boolean on = words.skip().isWord("on");
      matching = new Grouping(on, words.names());
    }
    if (words.next().isWord("group_left") || words.next().isWord("group_right")) {
      throw QueryException.unsupported(words.next().lower());
    }
    Expression right = binary(operator.binding() + (operator.rightAssociative() ? 0 : 1));
    Types.requireJoinable(operator, bool, left, right);
    return new Expression.Binary(operator, bool, matching, left, right);
  }

  private void unsupportedOperator() {
    if (words.next().isWord("atan2")) {
      throw QueryException.unsupported("atan2");
    }
  }

  /** A sign binds as tightly as a product: {@code -a ^ b} is {@code -(a ^ b)}. */
  private Expression unary() {
    if (words.next().is("-") || words.next().is("+")) {
      boolean minus = words.skip().is("-");
      Expression operand = binary(Operator.POWER.binding());
      if (operand.type() != ValueType.SCALAR && operand.type() != ValueType.VECTOR) {
        throw QueryException.badData(
            "parse error: unary expression only allowed on expressions of type scalar or instant"
                + " vector, got \""
                + operand.type().words()
                + "\"");
      }
      if (operand instanceof Expression.Literal literal) {
        return new Expression.Literal(minus ? -literal.value() : literal.value());
      }
      return minus ? new Expression.Negated(operand) : operand;
    }
    return selectors.withModifiers(primary());
  }

  private Expression primary() {
    Token token = words.next();
    return switch (token.kind()) {
      case NUMBER -> new Expression.Literal(number(words.skip()));
      case STRING -> new Expression.Text(words.skip().text());
      case WORD -> word();
      case SYMBOL -> {
        if (token.is("(")) {
          words.skip();
          Expression inner = binary(1);
          words.expect(")");
          yield new Expression.Parenthesised(inner);
        }
        yield selectors.selector();
      }
      case DURATION, END -> throw words.unexpected("");
    };
  }

  private Expression word() {
    Token token = words.next();
    Token after = words.afterNext();
    boolean called = after.is("(");
    boolean grouped = after.isWord("by") || after.isWord("without");
    if ((called || grouped) && Aggregator.elsewhere(token.lower())) {
      throw QueryException.unsupported(token.lower());
    }
    Optional<Aggregator> aggregator = Aggregator.of(token.lower());
    if (aggregator.isPresent() && (called || grouped)) {
      words.skip();
      return aggregation(aggregator.get());
    }
    if (called) {
      return call();
    }
    Optional<Double> number = Numbers.read(token.text());
    if (number.isPresent()) {
      words.skip();
      return new Expression.Literal(number.get());
    }
    return selectors.selector();
  }

  private Expression aggregation(Aggregator aggregator) {
    Optional<Grouping> before = grouping();
    words.expect("(");
    Expression operand = binary(1);
    words.expect(")");
    Optional<Grouping> after = before.isPresent() ? Optional.empty() : grouping();
    Types.require(ValueType.VECTOR, operand, "aggregation expression");
    Grouping grouping = before.or(() -> after).orElse(new Grouping(true, List.of()));
    return new Expression.Aggregation(aggregator, grouping, operand);
  }

  private Optional<Grouping> grouping() {
    if (words.next().isWord("by") || words.next().isWord("without")) {
      boolean by = words.skip().isWord("by");
      return Optional.of(new Grouping(by, words.names()));
    }
    return Optional.empty();
  }

  private Expression call() {
    Token name = words.skip();
    if (Function.elsewhere(name.text())) {
      throw QueryException.unsupported(name.text());
    }
    Function function =
        Function.of(name.text())
            .orElseThrow(() ->
                QueryException.badData(
                    "1:"
                        + (name.at() + 1)
                        + ": parse error: unknown function with name \""
                        + name.text()
                        + "\""));
    words.expect("(");
    List<Expression> arguments = new ArrayList<>();
    while (!words.next().is(")")) {
      if (!arguments.isEmpty()) {
        words.expect(",");
      }
      arguments.add(binary(1));
    }
    words.expect(")");
    Types.requireArguments(function, arguments);
    return new Expression.Call(function, arguments);
  }

  private double number(Token token) {
    return Numbers.read(token.text()).orElseThrow(() -> words.unexpected("number"));
  }
}
