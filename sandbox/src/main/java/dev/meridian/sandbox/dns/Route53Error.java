package dev.meridian.sandbox.dns;

/** An answer that is an error, as Route 53 words it. */
final class Route53Error extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  Route53Error(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  static Route53Error invalidInput(String message) {
    return new Route53Error(400, "InvalidInput", message);
  }
}
