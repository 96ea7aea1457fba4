package dev.meridian.cli.sealed;

import dev.meridian.cli.ExitStatus;

/** What Meridian's end is worth, once the envelope is open. */
enum Judgement {
  /** There was a defect, and the release was rolled back. */
  HIT("right: there was a defect, and it was rolled back", true),
  /** There was none, and the release was completed. */
  CLEARED("right: there was no defect, and it was completed", true),
  /** There was a defect, and the release was not rolled back. */
  MISS("WRONG: there was a defect, and it was missed", false),
  /** There was none, and the release was not completed. */
  FALSE_STOP("WRONG: there was no defect, and it was stopped", false);

  private final String words;
  private final boolean right;

  Judgement(String words, boolean right) {
    this.words = words;
    this.right = right;
  }

  static Judgement of(Contents contents, ExitStatus end) {
    if (contents.ending() == end) {
      return end == ExitStatus.COMPLETED ? CLEARED : HIT;
    }
    return contents.ending() == ExitStatus.COMPLETED ? FALSE_STOP : MISS;
  }

  String words() {
    return words;
  }

  boolean right() {
    return right;
  }
}
