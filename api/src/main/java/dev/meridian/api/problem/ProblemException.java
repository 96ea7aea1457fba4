package dev.meridian.api.problem;

import dev.meridian.document.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient ProblemDocument document;

  private ProblemException(ProblemType type, ProblemDocument document) {
    super(document.detail());
    this.type = type;
    this.document = document;
  }

  /**
   * @param detail what happened, and what to do about it
   */
  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, ProblemDocument.of(type, detail));
  }

  /** With every place of the body that is wrong. */
  public static ProblemException of(ProblemType type, String detail, List<Problem> errors) {
    return new ProblemException(
        type, ProblemDocument.of(type, detail, errors.stream().map(Wrong::in).toList()));
  }

  /** A document that was not stored, with all that is wrong with it. */
  public static ProblemException invalidDocument(List<Problem> errors) {
    return of(
        ProblemType.INVALID_DOCUMENT,
        "Nothing was changed. Mend the " + places(errors) + " named in errors, then send it again.",
        errors);
  }

  /** A request that was not carried out, with all that is wrong with it. */
  public static ProblemException invalidRequest(List<Problem> errors) {
    return of(
        ProblemType.INVALID_REQUEST,
        "Nothing was done. Mend the " + places(errors) + " named in errors, then send it again.",
        errors);
  }

  /**
   * A query parameter or header that cannot be used.
   *
   * @param name as it is written
   * @param what goes on from the name: {@code is no name of a service}
   */
  public static ProblemException invalidParameter(
      String name, String value, String what, String remedy) {
    return invalidParameters(List.of(Wrong.parameter(name, value, what, remedy)));
  }

  static ProblemException invalidParameters(List<Wrong> wrong) {
    return new ProblemException(
        ProblemType.INVALID_REQUEST,
        ProblemDocument.of(
            ProblemType.INVALID_REQUEST,
            "Nothing was done. Mend the " + places(wrong) + " named in errors, then send it again.",
            wrong));
  }

  private static String places(List<?> errors) {
    return errors.size() == 1 ? "one place" : errors.size() + " places";
  }

  /** The same with one more member, for programs. */
  public ProblemException with(String name, Object fact) {
    Map<String, Object> facts = new LinkedHashMap<>(document.facts());
    facts.put(name, fact);
    return new ProblemException(
        type,
        new ProblemDocument(
            document.type(),
            document.title(),
            document.status(),
            document.detail(),
            document.errors(),
            facts));
  }

  /** What is wrong, in a line for the record. */
  public String sentence() {
    return document.errors().isEmpty()
        ? document.detail()
        : String.join("; ", document.errors().stream().map(ProblemException::line).toList());
  }

  private static String line(Wrong wrong) {
    return (wrong.value().isEmpty() ? "" : wrong.value() + " ") + wrong.message();
  }

  public ProblemType type() {
    return type;
  }

  ProblemDocument document() {
    return document;
  }
}
