package dev.meridian.cli.sealed;

import dev.meridian.cli.sealed.Contents.Latent;
import dev.meridian.cli.sealed.Contents.Nothing;
import dev.meridian.cli.sealed.Contents.Storm;
import dev.meridian.cli.sealed.Contents.Storms;
import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.Defect.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws an envelope: a third of them are empty, a third hold weather, a third a defect. */
final class EnvelopeDraw {
  /** A Monday; a release starts at some hour of the week after it. */
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  private static final int HOURS_OF_A_WEEK = 7 * 24;
  private static final double MEBIBYTE = 1024.0 * 1024;

  /** Of users and places that only some regions of the example have. */
  private static final List<String> TRAITS =
      List.of(
          "script=hangul",
          "script=kanji",
          "script=arabic",
          "script=devanagari",
          "mobile-share=high",
          "hardware=arm64");

  private final SplittableRandom random;

  private EnvelopeDraw(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The same envelope for the same seed. */
  static Envelope of(long seed) {
    EnvelopeDraw draw = new EnvelopeDraw(seed);
    Instant begins = MONDAY.plus(Duration.ofHours(draw.random.nextInt(HOURS_OF_A_WEEK)));
    return new Envelope(seed, begins, draw.contents(), draw.nonce());
  }

  private Contents contents() {
    return switch (random.nextInt(3)) {
      case 0 -> new Nothing();
      case 1 -> new Storms(storms());
      default -> new Latent(defect());
    };
  }

  private List<Storm> storms() {
    List<Storm> storms = new ArrayList<>();
    int after = 5;
    int count = random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      after += random.nextInt(9);
      int lasting = random.nextInt(2, 9);
      storms.add(new Storm(Duration.ofHours(after), Duration.ofHours(lasting)));
      after += lasting + 1;
    }
    return storms;
  }

  private Defect defect() {
    return switch (random.nextInt(5)) {
      case 0 -> new Defect.Errors(trait(), between(0.01, 0.08));
      case 1 -> new Defect.Errors(load(), between(0.01, 0.08));
      case 2 -> new Defect.Errors(age(), between(0.01, 0.08));
      case 3 -> new Defect.Slow(random.nextBoolean() ? trait() : load(), between(2, 5));
      default -> new Defect.Leak(When.ALWAYS, between(35, 90) * MEBIBYTE);
    };
  }

  private When trait() {
    String trait = TRAITS.get(random.nextInt(TRAITS.size()));
    return new When(Optional.of(trait), Optional.empty(), Optional.empty());
  }

  /** Some region gets there at every hour: the largest has 269 requests a second at night. */
  private When load() {
    double rate = random.nextInt(60, 250);
    return new When(Optional.empty(), Optional.of(rate), Optional.empty());
  }

  /** Less than the canary bakes. */
  private When age() {
    Duration age = Duration.ofHours(random.nextInt(1, 10));
    return new When(Optional.empty(), Optional.empty(), Optional.of(age));
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  private String nonce() {
    return HexFormat.of().toHexDigits(random.nextLong())
        + HexFormat.of().toHexDigits(random.nextLong());
  }
}
