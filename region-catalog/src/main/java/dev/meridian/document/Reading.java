package dev.meridian.document;

import java.util.List;

/** What came of reading a document: the value, or every problem with it. */
public sealed interface Reading<T> {
  /** The document is good. */
  record Valid<T>(T value) implements Reading<T> {}

  /** The document is refused; at least one problem, in the order of the document. */
  record Invalid<T>(List<Problem> problems) implements Reading<T> {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("an invalid document should name a problem");
      }
    }
  }
}
