package dev.meridian.cli.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.ExitStatus;
import dev.meridian.sandbox.world.Defect;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.WorldSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class EnvelopeTest {
  private static final int MANY = 3_000;

  private static List<Envelope> many() {
    return LongStream.range(0, MANY).mapToObj(EnvelopeDraw::of).toList();
  }

  @Test
  void envelopes_ofManySeeds_holdEachKindInAThird() {
    TreeMap<String, Integer> kinds = new TreeMap<>();
    many()
        .forEach(each -> kinds.merge(each.contents().getClass().getSimpleName(), 1, Integer::sum));

    assertThat(kinds).containsOnlyKeys("Nothing", "Storms", "Latent");
    assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isBetween(900, 1_100));
  }

  @Test
  void envelope_ofTheSameSeed_isTheSame() {
    assertThat(many()).isEqualTo(many());
    assertThat(many().stream().map(Envelope::hash)).doesNotHaveDuplicates();
  }

  @Test
  void hash_isThatOfTheTextThatIsShown() throws Exception {
    Envelope envelope = EnvelopeDraw.of(6);
    byte[] text = envelope.text().getBytes(StandardCharsets.UTF_8);

    assertThat(envelope.hash())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
  }

  @Test
  void text_ofAnEnvelope_tellsEverythingThatWasDrawn() {
    assertThat(EnvelopeDraw.of(6).text())
        .matches(
            "seed 6, 2026-03-0\\dT\\d\\d:00:00Z: a defect: answers take 4\\.5 times as long, "
                + "where hardware=arm64; [0-9a-f]{32}");
  }

  @Test
  void defects_ofManySeeds_areOfEveryKindAndShowWithinARelease() {
    List<String> kinds = new ArrayList<>();
    for (Envelope envelope : many()) {
      for (Defect defect : envelope.contents().defects()) {
        kinds.add(defect.getClass().getSimpleName());
        assertThat(visible(defect)).as(envelope.text()).isTrue();
      }
    }
    assertThat(kinds).contains("Errors", "Slow", "Leak");
  }

  /** At some hour of a release in some region: the largest of the example has 269/s at night. */
  private static boolean visible(Defect defect) {
    return switch (defect) {
      case Defect.Errors errors -> errors.share() >= 0.01 && visible(errors.when());
      case Defect.Slow slow -> slow.factor() >= 2 && visible(slow.when());
      case Defect.Leak leak -> leak.bytesPerHour() > 30 * 1024 * 1024;
      case Defect.FailsCheck _ -> true;
    };
  }

  private static boolean visible(Defect.When when) {
    WorldSpec world = ExampleWorld.of(1, EnvelopeDraw.of(1).begins());
    return when.aboveRequestsPerSecond().map(rate -> rate < 269).orElse(true)
        && when.afterAge().map(age -> age.toHours() < 12).orElse(true)
        && when.trait()
            .map(trait ->
                world.regions().stream()
                    .anyMatch(region ->
                        region.weight() > 0
                            && region.traits().entrySet().stream()
                                .anyMatch(e -> trait.equals(e.getKey() + "=" + e.getValue()))))
            .orElse(true);
  }

  @Test
  void judgement_isRightOnlyWhenTheEndFitsTheContents() {
    Contents nothing = new Contents.Nothing();
    Contents defect = new Contents.Latent(new Defect.FailsCheck("it does"));

    assertThat(Judgement.of(nothing, ExitStatus.COMPLETED)).isEqualTo(Judgement.CLEARED);
    assertThat(Judgement.of(defect, ExitStatus.ROLLED_BACK)).isEqualTo(Judgement.HIT);
    for (ExitStatus other : ExitStatus.values()) {
      if (other != ExitStatus.COMPLETED) {
        assertThat(Judgement.of(nothing, other)).isEqualTo(Judgement.FALSE_STOP);
      }
      if (other != ExitStatus.ROLLED_BACK) {
        assertThat(Judgement.of(defect, other)).isEqualTo(Judgement.MISS);
      }
    }
  }
}
