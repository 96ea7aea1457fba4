package dev.meridian.sandbox.prometheus;

import dev.meridian.sandbox.series.Labels;
import dev.meridian.sandbox.series.Point;
import java.util.List;

/** What an expression yields at an instant. */
sealed interface Value {
  record Scalar(double value) implements Value {}

  record Text(String value) implements Value {}

  /** One value for each series. */
  record Vector(List<Sample> samples) implements Value {
    public Vector {
      samples = List.copyOf(samples);
    }
  }

  /** Some points for each series. */
  record Matrix(List<Line> lines) implements Value {
    public Matrix {
      lines = List.copyOf(lines);
    }
  }

  record Sample(Labels labels, double value) {}

  record Line(Labels labels, List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }
  }
}
