package dev.meridian.release.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveWorld.Active;
import dev.meridian.release.admission.LiveWorld.Running;
import dev.meridian.service.RevisionId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AdmissionTest {
  private static final ReleaseId WISHED = id(9);
  private static final List<Active> NOBODY = List.of();
  private static final List<Active> ONE =
      List.of(new Active(id(4), regions(0, 1, 2, 3), List.of()));
  private static final List<Active> PAST_CANARY =
      List.of(new Active(id(4), regions(0, 1, 2, 3), regions(0, 1)));

  @Test
  void nothingActive_upToThreeRevisions_starts() {
    assertThat(wish(NOBODY, "a", "a", "a")).isInstanceOf(Admission.Starts.class);
    assertThat(wish(NOBODY, "a", "b", "b")).isInstanceOf(Admission.Starts.class);
    assertThat(wish(NOBODY, "a", "b", "c", "c")).isInstanceOf(Admission.Starts.class);
  }

  @Test
  void nothingActive_aFourthRevision_isRefused_namingWhatIsThere() {
    Admission admission = wish(NOBODY, "a", "d", "b", "a", "a", "a");

    assertThat(admission.reason())
        .isEqualTo(
            "with cccccccccccc 4 revisions would live at once, and 3 are the most: there are"
                + " aaaaaaaaaaaa in r0, r3, r4 and 1 more; bbbbbbbbbbbb in r2; dddddddddddd in r1");
    assertThat(((Admission.Refused) admission).live())
        .contains(
            new LiveRevision(Optional.of(revision("a")), Optional.of(id(100)), regions(0, 3, 4, 5)),
            new LiveRevision(Optional.of(revision("c")), Optional.of(WISHED), List.of()));
  }

  @Test
  void whatWasThereBeforeAnyRelease_countsAsOneMore() {
    assertThat(wish(NOBODY, "a", "", "")).isInstanceOf(Admission.Starts.class);

    Admission admission = wish(NOBODY, "a", "b", "", "");

    assertThat(admission).isInstanceOf(Admission.Refused.class);
    assertThat(admission.reason()).endsWith("what was there before any release in r2, r3");
  }

  @Test
  void aRegionThatTheServiceHasLeft_doesNotCount() {
    LiveWorld world = world(NOBODY, Optional.empty(), "a", "b", "d");
    Wish leaner = new Wish(WISHED, revision("c"), new TreeSet<>(regions(0, 1)), new TreeSet<>());

    assertThat(Admission.of(leaner, world)).isInstanceOf(Admission.Starts.class);
  }

  @Test
  void oneActive_waits_andOnlyTheNewestIsKept() {
    assertThat(Admission.of(wished(2), world(ONE, Optional.of(id(5)), "a", "b")))
        .isEqualTo(
            new Admission.Waits(
                id(4),
                Optional.of(id(5)),
                id(4) + " is active; of those that wait the newest is kept"));
  }

  @Test
  void oneActive_waitsWhateverLives_becauseItIsAskedAgain() {
    assertThat(wish(ONE, "a", "d", "b", "")).isInstanceOf(Admission.Waits.class);
  }

  @Test
  void nothingActive_anOlderOneStillWaiting_isReplaced() {
    assertThat(Admission.of(wished(1), world(NOBODY, Optional.of(id(5)), "a")))
        .isEqualTo(
            new Admission.Starts(
                Optional.of(id(5)), Optional.empty(), "no other release is active"));
  }

  @Test
  void nothingActive_itsOwnTurn_replacesNobody() {
    assertThat(Admission.of(wished(1), world(NOBODY, Optional.of(WISHED), "a")))
        .isEqualTo(
            new Admission.Starts(Optional.empty(), Optional.empty(), "no other release is active"));
  }

  @Test
  void oneActiveThatHasPassedCanary_theNextStartsBehindIt() {
    assertThat(wish(PAST_CANARY, "b", "a", "a", "a"))
        .isEqualTo(
            new Admission.Starts(
                Optional.empty(),
                Optional.of(new Admission.Behind(id(4), regions(0))),
                id(4) + " has passed canary: it may use it until that one has ended"));
  }

  @Test
  void oneActiveThatHasPassedCanary_aFourthRevision_waits() {
    Admission admission = wish(PAST_CANARY, "b", "a", "d", "a");
    assertThat(admission).isInstanceOf(Admission.Waits.class);
    assertThat(admission.reason())
        .isEqualTo(
            id(4)
                + " is active, and behind it 4 revisions would live at once; of those that wait the"
                + " newest is kept");
  }

  @Test
  void canaryOfTheNextIsProductionOfTheActive_waits() {
    Wish other =
        new Wish(
            WISHED, revision("c"), new TreeSet<>(regions(0, 1, 2)), new TreeSet<>(regions(0, 2)));

    assertThat(Admission.of(other, world(PAST_CANARY, Optional.empty(), "b", "a", "a")))
        .isInstanceOf(Admission.Waits.class);
  }

  @Test
  void twoActive_aThirdWaitsForTheYounger() {
    List<Active> two =
        List.of(PAST_CANARY.getFirst(), new Active(id(6), regions(0, 1), regions(0, 1)));

    assertThat(wish(two, "b", "a"))
        .isEqualTo(
            new Admission.Waits(
                id(6),
                Optional.empty(),
                id(6) + " is active; of those that wait the newest is kept"));
  }

  private static Admission wish(List<Active> active, String... letters) {
    return Admission.of(wished(letters.length), world(active, Optional.empty(), letters));
  }

  private static Wish wished(int regions) {
    return new Wish(
        WISHED,
        revision("c"),
        new TreeSet<>(regions(IntStream.range(0, regions).toArray())),
        new TreeSet<>(regions(0)));
  }

  /** Regions by number, each with a revision by its letter; none where nothing was brought. */
  private static LiveWorld world(
      List<Active> active, Optional<ReleaseId> waiting, String... letters) {
    TreeMap<RegionCode, Running> running = new TreeMap<>();
    for (int i = 0; i < letters.length; i++) {
      if (!letters[i].isEmpty()) {
        running.put(region(i), new Running(revision(letters[i]), id(100)));
      }
    }
    return new LiveWorld(running, active, waiting);
  }

  private static RegionCode region(int number) {
    return new RegionCode("r" + number);
  }

  private static List<RegionCode> regions(int... numbers) {
    return Arrays.stream(numbers).mapToObj(AdmissionTest::region).toList();
  }

  private static RevisionId revision(String digit) {
    return new RevisionId(digit.repeat(64));
  }

  private static ReleaseId id(int number) {
    return new ReleaseId(new UUID(0, number));
  }
}
