package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.series.Matcher;
import java.util.List;
import java.util.Optional;

/** A PromQL expression. */
sealed interface Expression {
  ValueType type();

  record Literal(double value) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.SCALAR;
    }
  }

  record Text(String value) implements Expression {
    @Override
    public ValueType type() {
      return ValueType.STRING;
    }
  }

  /**
   * Series by name and labels.
   *
   * @param conditions including the one on the name
   * @param range milliseconds; empty for the newest sample only
   * @param offset milliseconds into the past
   */
  record Selector(List<Matcher> conditions, Optional<Long> range, long offset)
      implements Expression {
    public Selector {
      conditions = List.copyOf(conditions);
    }

    @Override
    public ValueType type() {
      return range.isPresent() ? ValueType.MATRIX : ValueType.VECTOR;
    }
  }

  record Negated(Expression operand) implements Expression {
    @Override
    public ValueType type() {
      return operand.type();
    }
  }

  record Parenthesised(Expression inner) implements Expression {
    @Override
    public ValueType type() {
      return inner.type();
    }
  }

  /**
   * Which labels decide that two series belong together, or go together in a group.
   *
   * @param on whether by these labels, or by all others
   */
  record Grouping(boolean on, List<String> labels) {
    /** By all labels. */
    static final Grouping ALL = new Grouping(false, List.of());

    public Grouping {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Two operands.
   *
   * @param bool whether a comparison answers 0 or 1 instead of filtering
   */
  record Binary(
      Operator operator, boolean bool, Grouping matching, Expression left, Expression right)
      implements Expression {
    @Override
    public ValueType type() {
      return left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR
          ? ValueType.SCALAR
          : ValueType.VECTOR;
    }
  }

  /** One value out of each group of series. */
  record Aggregation(Aggregator aggregator, Grouping grouping, Expression operand)
      implements Expression {
    @Override
    public ValueType type() {
      return ValueType.VECTOR;
    }
  }

  record Call(Function function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public ValueType type() {
      return function.type();
    }
  }
}
