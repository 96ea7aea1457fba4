package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.FRANKFURT;
import static dev.meridian.ledger.contract.Samples.PARIS;
import static dev.meridian.ledger.contract.Samples.TOKYO;
import static dev.meridian.ledger.contract.Samples.event;
import static dev.meridian.ledger.contract.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.ledger.Releases.Started;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.admission.LiveRevision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many revisions every {@link dev.meridian.ledger.Releases} lets live at once. */
abstract class AdmissionContract {
  abstract Ports ports();

  @Test
  void start_fourthRevisionAtOnce_isRefusedNamingTheOthersAndTheirRegions() {
    PartialReleases partial = new PartialReleases(ports());
    partial.twoStoppedHalfWay();

    assertThat(partial.third())
        .isEqualTo(
            new Started.TooManyRevisions(
                List.of(
                    PartialReleases.live("1", 1, FRANKFURT),
                    PartialReleases.live("2", 2, TOKYO),
                    PartialReleases.live("3", 3),
                    new LiveRevision(Optional.empty(), Optional.empty(), List.of(PARIS))),
                "with 333333333333 4 revisions would live at once, and 3 are the most: there are"
                    + " 111111111111 in eu-central-1; 222222222222 in ap-northeast-1; what was"
                    + " there before any release in eu-west-3"));
    assertThat(ports().releases().find(release(3))).isEmpty();
    assertThat(partial.start(4, "1")).isInstanceOf(Started.Accepted.class);
  }

  @Test
  void start_revisionThatWasTakenBack_doesNotCountAnyMore() {
    PartialReleases partial = new PartialReleases(ports());
    partial.twoStoppedHalfWay();
    ports()
        .releaseLedger()
        .record(
            release(2),
            1,
            "meridian",
            event("restored", new RegionEvent.Restored(TOKYO, 1, List.of(), "the incumbent")));

    assertThat(partial.third()).isInstanceOf(Started.Accepted.class);
  }

  /** The api of one host had made its id, then that of another started a release. */
  @Test
  void start_withAnIdThatIsOlderThanTheNewestOfTheService_getsALaterOne() {
    PartialReleases partial = new PartialReleases(ports());
    partial.twoStoppedHalfWay();

    assertThat(partial.start(1, "2"))
        .isInstanceOfSatisfying(
            Started.Accepted.class,
            accepted -> assertThat(accepted.release().id()).isGreaterThan(release(2)));
  }
}
