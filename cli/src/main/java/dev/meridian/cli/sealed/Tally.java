package dev.meridian.cli.sealed;

import java.util.List;

/** Many envelopes, counted. */
record Tally(List<Opened> opened) {
  /** Of 30 at least 28 should be right. */
  private static final double TARGET = 28.0 / 30;

  Tally {
    opened = List.copyOf(opened);
  }

  long count(Judgement judgement) {
    return opened.stream().filter(each -> each.judgement() == judgement).count();
  }

  long right() {
    return opened.stream().filter(each -> each.judgement().right()).count();
  }

  boolean good() {
    return right() >= TARGET * opened.size();
  }

  Harm harm() {
    return opened.stream().map(Opened::harm).reduce(Harm.NONE, Harm::plus);
  }
}
