package dev.meridian.cli.sealed;

import dev.meridian.cli.scenario.StoryEnd;

/**
 * An envelope after the release.
 *
 * @param end how the release ended
 */
record Opened(Envelope envelope, StoryEnd end, Harm harm) {
  Judgement judgement() {
    return Judgement.of(envelope.contents(), end.status());
  }
}
