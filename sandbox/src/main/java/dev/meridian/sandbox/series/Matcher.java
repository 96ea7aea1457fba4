package dev.meridian.sandbox.series;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A condition on one label. An absent label has the empty value. */
public final class Matcher {
  /** How label and value are compared. */
  public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LIKE("=~"),
    NOT_LIKE("!~");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    public static Optional<Operator> of(String symbol) {
      return Arrays.stream(values()).filter(each -> each.symbol.equals(symbol)).findFirst();
    }
  }

  private final String label;
  private final Operator operator;
  private final String value;
  private final Pattern pattern;

  private Matcher(String label, Operator operator, String value) {
    this.label = label;
    this.operator = operator;
    this.value = value;
    boolean literal = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    this.pattern = Pattern.compile(literal ? Pattern.quote(value) : value, Pattern.DOTALL);
  }

  /**
   * A condition; expressions are anchored at both ends.
   *
   * @throws PatternSyntaxException when the value should be a regular expression and is none
   */
  public static Matcher of(String label, Operator operator, String value) {
    return new Matcher(label, operator, value);
  }

  public String label() {
    return label;
  }

  /** Whether a label with this value meets the condition. */
  public boolean accepts(String actual) {
    return switch (operator) {
      case EQUAL -> actual.equals(value);
      case NOT_EQUAL -> !actual.equals(value);
      case LIKE -> pattern.matcher(actual).matches();
      case NOT_LIKE -> !pattern.matcher(actual).matches();
    };
  }

  public Operator operator() {
    return operator;
  }

  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matcher that
        && label.equals(that.label)
        && operator == that.operator
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, operator, value);
  }

  @Override
  public String toString() {
    return label + operator.symbol() + "\"" + value + "\"";
  }
}
