package dev.meridian.sandbox.prometheus;

/** What an expression yields. */
enum ValueType {
  SCALAR("scalar"),
  VECTOR("instant vector"),
  MATRIX("range vector"),
  STRING("string");

  private final String words;

  ValueType(String words) {
    this.words = words;
  }

  /** As Prometheus says it in messages. */
  String words() {
    return words;
  }
}
