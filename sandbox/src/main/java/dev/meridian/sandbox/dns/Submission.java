package dev.meridian.sandbox.dns;

import java.util.List;

/** What came of a submitted batch. */
public sealed interface Submission {
  /** Journaled; all of it will be answered once it is in sync. */
  record Accepted(ChangeInfo info) implements Submission {}

  /** Nothing of it was made. */
  record Refused(List<String> messages) implements Submission {
    public Refused {
      messages = List.copyOf(messages);
    }
  }

  /** An earlier change of the zone is still being processed. */
  record Busy() implements Submission {}
}
