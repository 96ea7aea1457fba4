package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.prometheus.Expression.Grouping;
import dev.meridian.sandbox.prometheus.Value.Sample;
import dev.meridian.sandbox.series.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Binary operators on scalars and vectors. */
final class Joining {
  private Joining() {}

  static Value join(Expression.Binary binary, Value left, Value right) {
    Operator operator = binary.operator();
    if (left instanceof Value.Scalar a && right instanceof Value.Scalar b) {
      return new Value.Scalar(operator.apply(a.value(), b.value()));
    }
    if (left instanceof Value.Vector vector && right instanceof Value.Scalar scalar) {
      return each(binary, vector, value -> operator.apply(value, scalar.value()));
    }
    if (left instanceof Value.Scalar scalar && right instanceof Value.Vector vector) {
      return each(binary, vector, value -> operator.apply(scalar.value(), value));
    }
    if (left instanceof Value.Vector a && right instanceof Value.Vector b) {
      return operator.isSet() ? sets(binary, a, b) : matched(binary, a, b);
    }
    throw new IllegalStateException("operands are scalars and vectors only");
  }

  /** Each value changed; a changed value has no name any more. */
  static Value.Vector mapped(Value value, DoubleUnaryOperator change) {
    List<Sample> samples = new ArrayList<>();
    for (Sample sample :
        value instanceof Value.Vector vector ? vector.samples() : List.<Sample>of()) {
      samples.add(new Sample(sample.labels().withoutName(), change.applyAsDouble(sample.value())));
    }
    return distinct(samples);
  }

  /**
   * A vector without two samples of the same labels.
   *
   * @throws QueryException when there are such
   */
  static Value.Vector distinct(List<Sample> samples) {
    Set<Labels> seen = new HashSet<>();
    for (Sample sample : samples) {
      if (!seen.add(sample.labels())) {
        throw QueryException.execution("vector cannot contain metrics with the same labelset");
      }
    }
    return new Value.Vector(samples);
  }

  /** A vector with a scalar: a comparison that does not answer 0 or 1 filters. */
  private static Value each(
      Expression.Binary binary, Value.Vector vector, DoubleUnaryOperator operation) {
    if (!binary.operator().isComparison() || binary.bool()) {
      return mapped(vector, operation);
    }
    return new Value.Vector(
        vector.samples().stream()
            .filter(sample -> operation.applyAsDouble(sample.value()) != 0)
            .toList());
  }

  private static Value matched(Expression.Binary binary, Value.Vector left, Value.Vector right) {
    Map<Labels, Sample> partners = new LinkedHashMap<>();
    for (Sample sample : right.samples()) {
      if (partners.put(signature(sample, binary.matching()), sample) != null) {
        throw ambiguous("right");
      }
    }
    Set<Labels> taken = new HashSet<>();
    List<Sample> result = new ArrayList<>();
    for (Sample sample : left.samples()) {
      Labels signature = signature(sample, binary.matching());
      Optional<Sample> partner = Optional.ofNullable(partners.get(signature));
      Optional<Sample> joined = partner.flatMap(other -> joined(binary, sample, other));
      if (joined.isPresent() && !taken.add(signature)) {
        throw ambiguous("left");
      }
      joined.ifPresent(result::add);
    }
    return new Value.Vector(result);
  }

  private static Optional<Sample> joined(Expression.Binary binary, Sample left, Sample right) {
    double value = binary.operator().apply(left.value(), right.value());
    boolean filter = binary.operator().isComparison() && !binary.bool();
    if (filter && value == 0) {
      return Optional.empty();
    }
    Labels named = filter ? left.labels() : left.labels().withoutName();
    Grouping matching = binary.matching();
    Labels labels =
        matching.on() ? named.only(matching.labels()) : named.without(matching.labels());
    return Optional.of(new Sample(labels, filter ? left.value() : value));
  }

  private static Value sets(Expression.Binary binary, Value.Vector left, Value.Vector right) {
    Set<Labels> inLeft = signatures(left, binary.matching());
    Set<Labels> inRight = signatures(right, binary.matching());
    List<Sample> result = new ArrayList<>();
    boolean both = binary.operator() == Operator.AND;
    for (Sample sample : left.samples()) {
      if (binary.operator() == Operator.OR
          || inRight.contains(signature(sample, binary.matching())) == both) {
        result.add(sample);
      }
    }
    if (binary.operator() == Operator.OR) {
      right.samples().stream()
          .filter(sample -> !inLeft.contains(signature(sample, binary.matching())))
          .forEach(result::add);
    }
    return new Value.Vector(result);
  }

  private static Set<Labels> signatures(Value.Vector vector, Grouping matching) {
    Set<Labels> signatures = new HashSet<>();
    vector.samples().forEach(sample -> signatures.add(signature(sample, matching)));
    return signatures;
  }

  private static Labels signature(Sample sample, Grouping matching) {
    return matching.on()
        ? sample.labels().only(matching.labels())
        : sample.labels().withoutName().without(matching.labels());
  }

  private static QueryException ambiguous(String side) {
    return QueryException.execution(
        "found duplicate series for the match group on the "
            + side
            + " hand-side of the operation: many-to-many matching not allowed: matching labels must"
            + " be unique on one side");
  }
}
