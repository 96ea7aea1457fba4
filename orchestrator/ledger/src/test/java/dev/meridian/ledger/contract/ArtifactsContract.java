package dev.meridian.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.chain.Sha256;
import dev.meridian.ledger.testing.Ports;
import org.junit.jupiter.api.Test;

/** What every {@link Artifacts} promises. */
abstract class ArtifactsContract {
  abstract Ports ports();

  private Artifacts artifacts() {
    return ports().artifacts();
  }

  @Test
  void store_text_isLoadedByItsHash() {
    String hash = artifacts().store("manifests", "kind: Deployment\n");

    assertThat(hash).isEqualTo(Sha256.of("kind: Deployment\n"));
    assertThat(artifacts().store("manifests", "kind: Deployment\n")).isEqualTo(hash);
    assertThat(artifacts().load(hash)).contains("kind: Deployment\n");
    assertThat(artifacts().load(Sha256.of("other"))).isEmpty();
  }

  @Test
  void store_textThatNoDatabaseTakes_isStoredWithReplacements() {
    String hash = artifacts().store("log", "a\u0000b\ud800c");

    assertThat(artifacts().load(hash)).contains("a\uFFFDb\uFFFDc");
    assertThat(hash).isEqualTo(Sha256.of("a\uFFFDb\uFFFDc"));
  }

  @Test
  void checkpoint_severalOfAKey_keepsTheHighestGridIndexAndItsLastWriter() {
    artifacts().checkpoint("bake", 7, "seven");
    artifacts().checkpoint("bake", 6, "six");
    assertThat(artifacts().checkpoint("bake")).contains("seven");

    artifacts().checkpoint("bake", 7, "seven again");
    assertThat(artifacts().checkpoint("bake")).contains("seven again");
    assertThat(artifacts().checkpoint("other")).isEmpty();
  }
}
