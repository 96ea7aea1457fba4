package dev.meridian.sandbox.prometheus;

/** A query that has no answer. */
final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What Prometheus calls {@code errorType}, with the status that goes with it. */
  enum Type {
    BAD_DATA("bad_data", 400),
    EXECUTION("execution", 422);

    private final String label;
    private final int status;

    Type(String label, int status) {
      this.label = label;
      this.status = status;
    }

    String label() {
      return label;
    }

    int status() {
      return status;
    }
  }

  private final Type type;

  private QueryException(Type type, String message) {
    super(message);
    this.type = type;
  }

  /** It is no PromQL, or a parameter is none. */
  static QueryException badData(String message) {
    return new QueryException(Type.BAD_DATA, message);
  }

  /** It is PromQL, and cannot be evaluated on these series. */
  static QueryException execution(String message) {
    return new QueryException(Type.EXECUTION, message);
  }

  /** It is PromQL that this small Prometheus does not know. */
  static QueryException unsupported(String what) {
    return execution(what + " is not supported by the sandbox's Prometheus");
  }

  Type type() {
    return type;
  }
}
