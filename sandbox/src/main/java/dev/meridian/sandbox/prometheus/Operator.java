package dev.meridian.sandbox.prometheus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Binary operators, the loosest first. */
enum Operator {
  OR("or", 1),
  AND("and", 2),
  UNLESS("unless", 2),
  EQUAL("==", 3),
  NOT_EQUAL("!=", 3),
  GREATER(">", 3),
  LESS("<", 3),
  AT_LEAST(">=", 3),
  AT_MOST("<=", 3),
  ADD("+", 4),
  SUBTRACT("-", 4),
  MULTIPLY("*", 5),
  DIVIDE("/", 5),
  MODULO("%", 5),
  POWER("^", 6);

  private final String symbol;
  private final int binding;

  Operator(String symbol, int binding) {
    this.symbol = symbol;
    this.binding = binding;
  }

  static Optional<Operator> of(Token token) {
    String text = token.text().toLowerCase(Locale.ROOT);
    boolean possible = token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.WORD;
    return possible
        ? Arrays.stream(values()).filter(each -> each.symbol.equals(text)).findFirst()
        : Optional.empty();
  }

  String symbol() {
    return symbol;
  }

  /** The greater, the tighter it binds. */
  int binding() {
    return binding;
  }

  boolean rightAssociative() {
    return this == POWER;
  }

  boolean isSet() {
    return binding <= AND.binding;
  }

  boolean isComparison() {
    return binding == EQUAL.binding;
  }

  /** Of a comparison, 1 if it holds, else 0. */
  double apply(double left, double right) {
    return switch (this) {
      case EQUAL -> truth(left == right);
      case NOT_EQUAL -> truth(left != right);
      case GREATER -> truth(left > right);
      case LESS -> truth(left < right);
      case AT_LEAST -> truth(left >= right);
      case AT_MOST -> truth(left <= right);
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case MODULO -> left % right;
      case POWER -> Math.pow(left, right);
      case OR, AND, UNLESS -> throw new IllegalStateException(this + " works on sets");
    };
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }
}
