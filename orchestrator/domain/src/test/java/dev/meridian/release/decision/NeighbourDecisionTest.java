package dev.meridian.release.decision;

import static dev.meridian.release.decision.Story.exposed;
import static dev.meridian.release.decision.Story.owed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseOutcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NeighbourDecisionTest {
  private static final ReleaseId OLDER = new ReleaseId(new UUID(0, 1));
  private static final ReleaseId YOUNGER = new ReleaseId(new UUID(0, 2));
  private static final ReleaseEvent RECOVERY =
      new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "harm");

  private final Story older =
      Story.passedThrough(2)
          .then(new ReleaseEvent.YoungerStarted(YOUNGER, regions("c", "s"), "it may use canary"));
  private final Story younger = Story.behind(OLDER);

  private static List<RegionCode> regions(String... codes) {
    return List.of(codes).stream().map(RegionCode::new).toList();
  }

  private List<ReleaseEvent> toldTheOlder() {
    return NeighbourDecision.news(older.state(), younger.state());
  }

  private List<ReleaseEvent> toldTheYounger() {
    return NeighbourDecision.news(younger.state(), older.state());
  }

  private static ReleaseEvent ended(ReleaseOutcome outcome) {
    return new ReleaseEvent.ReleaseEnded(outcome, "because");
  }

  @Test
  void whileBothGoOn_thereIsNothingToTell() {
    assertThat(toldTheOlder()).isEmpty();
    assertThat(toldTheYounger()).isEmpty();
  }

  @Test
  void older_thatEndsAndStays_isOutOfTheWay() {
    older.then(ended(ReleaseOutcome.COMPLETED));
    assertThat(toldTheYounger())
        .containsExactly(new ReleaseEvent.OlderEnded(OLDER, "it has completed"));
  }

  @Test
  void older_thatIsTakenBack_isToldOnce() {
    older.then(RECOVERY);
    ReleaseEvent told =
        new ReleaseEvent.OlderTakenBack(OLDER, "release " + OLDER + " is being taken back");
    assertThat(toldTheYounger()).containsExactly(told);
    younger.then(told);
    assertThat(toldTheYounger()).isEmpty();
  }

  @Test
  void younger_isToldWhereItHasBegun_regionByRegion() {
    younger.started(1);
    ReleaseEvent told =
        new ReleaseEvent.YoungerEntered(
            YOUNGER, regions("s"), "release " + YOUNGER + " has begun there");
    assertThat(toldTheOlder()).containsExactly(told);
    older.then(told);
    assertThat(toldTheOlder()).isEmpty();
    younger.started(2);
    assertThat(toldTheOlder())
        .extracting(event -> ((ReleaseEvent.YoungerEntered) event).regions())
        .containsExactly(regions("c", "s"));
  }

  @Test
  void younger_thatEndsWithNothingLeft_hasLeft() {
    younger.then(ended(ReleaseOutcome.ROLLED_BACK));
    assertThat(toldTheOlder()).hasExactlyElementsOfTypes(ReleaseEvent.YoungerLeft.class);
  }

  @Test
  void younger_thatEndsOwing_isWaitedForUntilTheOlderGoesBack_whichThenOwesItToo() {
    younger.passThrough(1).started(2).then(exposed("c"), owed("c"));
    older.then(new ReleaseEvent.YoungerEntered(YOUNGER, regions("c", "s"), "it has begun there"));
    younger.then(ended(ReleaseOutcome.ROLLED_BACK));
    assertThat(toldTheOlder()).isEmpty();
    older.then(RECOVERY);
    assertThat(toldTheOlder())
        .hasExactlyElementsOfTypes(RegionEvent.RegionOwed.class, ReleaseEvent.YoungerLeft.class);
  }

  @Test
  void whoHasEnded_isToldNothing() {
    older.then(ended(ReleaseOutcome.COMPLETED));
    younger.started(1);
    assertThat(toldTheOlder()).isEmpty();
  }
}
