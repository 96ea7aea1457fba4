package dev.meridian.worker.ledger;

import dev.meridian.activity.LedgerActivities;
import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.LedgerUnreachableException;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.ReleaseLedger.Keyed;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.SupersededException;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.release.decision.RegionTask;
import dev.meridian.release.decision.ReleaseDecision;
import dev.meridian.service.CheckSpec;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Clock;
import dev.meridian.worker.frozen.DocumentsNow;
import dev.meridian.worker.frozen.FrozenRollout;
import dev.meridian.worker.frozen.FrozenRollouts;
import java.util.List;
import java.util.function.Supplier;

/** Folds and records releases in PostgreSQL. */
public final class LedgerBookkeeping implements LedgerActivities {
  private final ReleaseLedger ledger;
  private final Releases releases;
  private final FrozenRollouts frozen;
  private final DocumentsNow documents;
  private final HarmRecord harm;
  private final Clock clock;

  public LedgerBookkeeping(
      ReleaseLedger ledger,
      Releases releases,
      FrozenRollouts frozen,
      DocumentsNow documents,
      HarmRecord harm,
      Clock clock) {
    this.ledger = ledger;
    this.releases = releases;
    this.frozen = frozen;
    this.documents = documents;
    this.harm = harm;
    this.clock = clock;
  }

  @Override
  public ReleaseState open(ReleaseId release, int epoch) {
    return guarded(() -> {
      requireCurrent(release, epoch);
      return ledger.state(release);
    });
  }

  @Override
  public RegionTask openRegion(RegionAttempt rollout) {
    return guarded(() -> {
      requireCurrent(rollout.release(), rollout.epoch());
      FrozenRollout known = frozen.of(rollout);
      return new RegionTask(
          known.presence().role(),
          checks(known),
          known.service().release().evacuate(),
          ledger.state(rollout.release()).region(rollout.region()));
    });
  }

  @Override
  public News catalogueNews(ReleaseId release, int epoch) {
    return guarded(() -> {
      requireCurrent(release, epoch);
      return new News(documents.news(release, ledger.state(release)));
    });
  }

  @Override
  public ReleaseEvent record(ReleaseId release, int epoch, String key, ReleaseEvent event) {
    return guarded(() -> {
      ReleaseEvent stands =
          ledger.exclusively(
              release,
              () -> {
                refuseOutdated(release, key, event);
                return ledger
                    .record(release, epoch, actor(event), new Keyed<>(key, clock.now(), event))
                    .event();
              });
      harm.after(release, epoch, stands);
      return stands;
    });
  }

  /** Nobody can record anything in between. */
  private void refuseOutdated(ReleaseId release, String key, ReleaseEvent event) {
    if (event instanceof ReleaseEvent.OfRelease decided
        && ledger.find(key).isEmpty()
        && !ReleaseDecision.stands(ledger.state(release), decided)) {
      throw ActivityFailures.of(
          FailureCode.OUTDATED, FailureCode.OUTDATED.fact() + ": it is made again");
    }
  }

  private static List<String> checks(FrozenRollout known) {
    return known.service().checks().stream()
        .filter(check -> check.roles().contains(known.presence().role()))
        .map(CheckSpec::name)
        .toList();
  }

  private void requireCurrent(ReleaseId release, int epoch) {
    int current = releases.find(release).map(Releases.ReleaseRow::epoch).orElse(epoch);
    if (epoch < current) {
      throw ActivityFailures.of(
          FailureCode.SUPERSEDED,
          "release " + release + " is in epoch " + current + ": epoch " + epoch + " is over");
    }
  }

  /** Who did it: the person that the event names, else Meridian. */
  private static String actor(ReleaseEvent event) {
    return switch (event) {
      case ReleaseEvent.ReleaseStarted e -> e.by();
      case ReleaseEvent.Paused e -> e.by();
      case ReleaseEvent.Resumed e -> e.by();
      case ReleaseEvent.StopRequested e -> e.by();
      case ReleaseEvent.AbortRequested e -> e.by();
      case ReleaseEvent.RetryRequested e -> e.by();
      default -> ReleaseEvent.MERIDIAN;
    };
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (SupersededException e) {
      throw ActivityFailures.of(e);
    } catch (LedgerUnreachableException e) {
      throw ActivityFailures.of(FailureCode.LEDGER_UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }
}
