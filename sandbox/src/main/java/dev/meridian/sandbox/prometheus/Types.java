package dev.meridian.sandbox.prometheus;

import java.util.List;

/** Refuses expressions whose parts do not fit together. */
final class Types {
  private Types() {}

  static void require(ValueType type, Expression expression, String where) {
    if (expression.type() != type) {
      throw QueryException.badData(
          "parse error: expected type "
              + type.words()
              + " in "
              + where
              + ", got "
              + expression.type().words());
    }
  }

  static void requireArguments(Function function, List<Expression> arguments) {
    List<ValueType> types = function.arguments();
    if (types.size() != arguments.size()) {
      throw QueryException.badData(
          "parse error: expected "
              + types.size()
              + " argument(s) in call to \""
              + function.word()
              + "\", got "
              + arguments.size());
    }
    for (int i = 0; i < types.size(); i++) {
      require(types.get(i), arguments.get(i), "call to function \"" + function.word() + "\"");
    }
  }

  static void requireJoinable(Operator operator, boolean bool, Expression left, Expression right) {
    requireSimple(left);
    requireSimple(right);
    boolean scalars = left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR;
    boolean anyScalar = left.type() == ValueType.SCALAR || right.type() == ValueType.SCALAR;
    if (bool && !operator.isComparison()) {
      throw QueryException.badData(
          "parse error: bool modifier can only be used on comparison operators");
    }
    if (operator.isComparison() && scalars && !bool) {
      throw QueryException.badData(
          "parse error: comparisons between scalars must use BOOL modifier");
    }
    if (operator.isSet() && anyScalar) {
      throw QueryException.badData(
          "parse error: set operator \""
              + operator.symbol()
              + "\" not allowed in binary scalar"
              + " expression");
    }
  }

  private static void requireSimple(Expression operand) {
    if (operand.type() != ValueType.SCALAR && operand.type() != ValueType.VECTOR) {
      throw QueryException.badData(
          "parse error: binary expression must contain only scalar and instant vector types");
    }
  }
}
