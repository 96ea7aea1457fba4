package dev.meridian.release.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.admission.LiveWorld.Active;
import dev.meridian.service.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AdmissionTest {
  private static final Wish WISH = new Wish(id(9), revision("c"));

  @Test
  void nothingActive_upToThreeRevisions_starts() {
    assertThat(of(world("a", "a"), Overlap.NONE)).isInstanceOf(Admission.Starts.class);
    assertThat(of(world("a", "b"), Overlap.NONE)).isInstanceOf(Admission.Starts.class);
    assertThat(of(world("a", "b", "c"), Overlap.NONE)).isInstanceOf(Admission.Starts.class);
  }

  @Test
  void nothingActive_aFourthRevision_isRefused_becauseWaitingWouldNotHelp() {
    Admission admission = of(world("a", "b", "d"), Overlap.CANARY);

    assertThat(admission).isInstanceOf(Admission.Refused.class);
    assertThat(admission.reason())
        .isEqualTo(
            "4 revisions would live at once (aaaaaaaaaaaa, bbbbbbbbbbbb, cccccccccccc,"
                + " dddddddddddd), and 3 are the most: bring regions together on fewer revisions"
                + " first");
  }

  @Test
  void oneActive_waits_andOnlyTheNewestIsKept() {
    LiveWorld world = active(Optional.of(id(5)), new Active(id(1), revision("b"), true));

    assertThat(of(world, Overlap.NONE))
        .isEqualTo(
            new Admission.Waits(
                Optional.of(id(5)), id(1) + " is active; of those that wait the newest is kept"));
  }

  @Test
  void overlap_activeOneInProduction_usesStagingAndCanary_andNoMore() {
    Admission admission =
        of(active(Optional.empty(), new Active(id(1), revision("b"), true)), Overlap.CANARY);

    assertThat(admission).isInstanceOf(Admission.StartsUpToCanary.class);
    assertThat(((Admission.StartsUpToCanary) admission).behind()).isEqualTo(id(1));
    assertThat(admission.reason()).contains("no more before it has ended");
  }

  @Test
  void overlap_activeOneNotYetInProduction_waits() {
    LiveWorld world = active(Optional.empty(), new Active(id(1), revision("b"), false));

    assertThat(of(world, Overlap.CANARY)).isInstanceOf(Admission.Waits.class);
  }

  @Test
  void overlap_twoActive_waits_evenWithARevisionThatIsThere() {
    LiveWorld world =
        active(
            Optional.empty(),
            new Active(id(1), revision("b"), true),
            new Active(id(2), revision("c"), true));

    assertThat(of(world, Overlap.CANARY)).isInstanceOf(Admission.Waits.class);
  }

  @Test
  void overlap_aFourthRevision_waitsForTheActiveOne() {
    SortedMap<RegionCode, RevisionId> running = running("a", "d");
    LiveWorld world =
        new LiveWorld(running, List.of(new Active(id(1), revision("b"), true)), Optional.empty());

    Admission admission = of(world, Overlap.CANARY);

    assertThat(admission).isInstanceOf(Admission.Waits.class);
    assertThat(admission.reason()).startsWith("4 revisions would live").endsWith(id(1).toString());
  }

  private static Admission of(LiveWorld world, Overlap overlap) {
    return Admission.of(WISH, world, overlap);
  }

  private static LiveWorld world(String... revisions) {
    return new LiveWorld(running(revisions), List.of(), Optional.empty());
  }

  private static LiveWorld active(Optional<ReleaseId> waiting, Active... active) {
    return new LiveWorld(running("a", "b"), List.of(active), waiting);
  }

  private static SortedMap<RegionCode, RevisionId> running(String... revisions) {
    SortedMap<RegionCode, RevisionId> running = new TreeMap<>();
    for (int i = 0; i < revisions.length; i++) {
      running.put(new RegionCode("r" + i), revision(revisions[i]));
    }
    return running;
  }

  private static RevisionId revision(String digit) {
    return new RevisionId(digit.repeat(64));
  }

  private static ReleaseId id(int number) {
    return new ReleaseId(new UUID(0, number));
  }
}
