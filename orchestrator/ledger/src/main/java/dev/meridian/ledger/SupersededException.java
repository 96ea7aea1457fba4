package dev.meridian.ledger;

/** A higher epoch has written to the subject: the writer belongs to a run that was taken over. */
public final class SupersededException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SupersededException(Subject subject, int epoch, int current) {
    super(subject + " is in epoch " + current + ": epoch " + epoch + " may not write any more");
  }
}
