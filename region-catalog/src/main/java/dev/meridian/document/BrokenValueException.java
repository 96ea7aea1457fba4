package dev.meridian.document;

/** Leaves a supplier that asked for a value whose problem has been noted already. */
final class BrokenValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenValueException() {
    super("its problem has been noted", null, false, false);
  }
}
