package dev.meridian.ledger.contract;

import dev.meridian.ledger.Documents.NewDocument;
import dev.meridian.ledger.LedgerAppend;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases.NewRelease;
import dev.meridian.ledger.Subject;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.ServiceName;
import dev.meridian.region.Share;
import dev.meridian.release.PlannedRegion;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.ImageReference;
import dev.meridian.service.Overlap;
import dev.meridian.service.RevisionId;
import dev.meridian.service.WhileActive;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Things to store. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
  static final ServiceName CHECKOUT = new ServiceName("checkout");
  static final ServiceName SEARCH = new ServiceName("search");
  static final RegionCode FRANKFURT = new RegionCode("eu-central-1");
  static final RegionCode TOKYO = new RegionCode("ap-northeast-1");
  static final RegionCode PARIS = new RegionCode("eu-west-3");
  static final Subject CHAIN = new Subject("evacuation", "one");
  static final RevisionId REVISION = new RevisionId("ab".repeat(32));

  private Samples() {}

  /** Ids in order of birth. */
  static ReleaseId release(int number) {
    return new ReleaseId(new UUID(0x0198_0000_0000_7000L + ((long) number << 16), -1L));
  }

  static LedgerAppend append(Subject subject, int epoch, String key) {
    return new LedgerAppend(
        subject, epoch, "tested", 1, NOON, "ada", Optional.empty(), key, Map.of("key", key));
  }

  static NewRelease newRelease(ReleaseId id, ServiceName service, RegionCode... schedule) {
    return new NewRelease(
        id,
        new ReleaseEvent.ReleaseStarted(
            service,
            REVISION,
            ImageReference.parse("shop/" + service + "@sha256:" + "cd".repeat(32)),
            3,
            7,
            Arrays.stream(schedule).map(Samples::planned).toList(),
            Share.ofFraction(0.5),
            "ada",
            "ticket 4711"),
        Map.of("replicas", "3"),
        Map.of("waves", List.of(Map.of("number", 1))),
        WhileActive.REFUSE,
        NOON);
  }

  /** The same with another revision. */
  static NewRelease bringing(RevisionId revision, NewRelease release) {
    ReleaseEvent.ReleaseStarted started = release.started();
    return new NewRelease(
        release.id(),
        new ReleaseEvent.ReleaseStarted(
            started.service(),
            revision,
            started.image(),
            started.catalogVersion(),
            started.serviceVersion(),
            started.schedule(),
            started.restoreShare(),
            started.by(),
            started.reason()),
        release.parameters(),
        release.plan(),
        release.whileActive(),
        release.at());
  }

  /** The same, and it would wait. */
  static NewRelease patient(NewRelease release) {
    return new NewRelease(
        release.id(),
        release.started(),
        release.parameters(),
        release.plan(),
        WhileActive.WAIT,
        release.at());
  }

  /** Paris is staging, Tokyo canary, Frankfurt everybody else; each number is a revision. */
  static NewRelease worldwide(int number, Overlap overlap) {
    Share share = Share.ofFraction(0.25);
    return new NewRelease(
        release(number),
        new ReleaseEvent.ReleaseStarted(
            CHECKOUT,
            new RevisionId(Integer.toString(number).repeat(64)),
            ImageReference.parse("shop/checkout@sha256:" + "cd".repeat(32)),
            3,
            7,
            List.of(
                new PlannedRegion(PARIS, 1, Role.STAGING, Share.NONE, "power-1"),
                new PlannedRegion(TOKYO, 2, Role.CANARY, share, "power-2"),
                new PlannedRegion(FRANKFURT, 3, Role.PRODUCTION, share, "power-3")),
            Share.ofFraction(0.5),
            "ada",
            "ticket 4711",
            List.of(),
            overlap,
            Optional.empty()),
        Map.of(),
        Map.of("waves", List.of(Map.of("number", 1))),
        WhileActive.WAIT,
        NOON);
  }

  private static PlannedRegion planned(RegionCode region) {
    return new PlannedRegion(region, 1, Role.PRODUCTION, Share.ofFraction(0.25), "power-1");
  }

  static <E extends ReleaseEvent> Keyed<E> event(String key, E event) {
    return new Keyed<>(key, NOON.plusSeconds(60), event);
  }

  static NewDocument document(String name, Map<String, Object> tree) {
    return new NewDocument("service", name, tree, "ada", NOON);
  }
}
