package dev.meridian.worker.metrics;

import dev.meridian.pace.Pace;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.RegionObserved;
import dev.meridian.worker.OutsideView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Looks at a region from outside about once a minute, on a thread of its own. Dark is a region
 * whose cluster is unreachable while its endpoint fails, in two looks or more, 30 s or more apart.
 */
final class OutsideLooks {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration DARK_FOR = Duration.ofSeconds(30);
  private static final Duration EVERY_WALL = Duration.ofMillis(300);

  private final OutsideView view;
  private final RegionAttempt rollout;
  private final Pace pace;
  private final ExecutorService threads;
  private Optional<Future<RegionObserved>> pending = Optional.empty();
  private Optional<Looked> last = Optional.empty();
  private Optional<Instant> darkSince = Optional.empty();

  private Instant asked = Instant.EPOCH;

  /** One look: asked for at an instant, answered later. */
  private record Looked(Instant asked, RegionObserved seen) {}

  OutsideLooks(OutsideView view, RegionAttempt rollout, Pace pace, ExecutorService threads) {
    this.view = view;
    this.rollout = rollout;
    this.pace = pace;
    this.threads = threads;
  }

  /** Takes what has been seen, and looks again when it is time. Never waits. */
  void tick(Instant now) throws InterruptedException {
    if (pending.isPresent() && pending.orElseThrow().isDone()) {
      take();
    }
    if (pending.isEmpty() && !asked.plus(every()).isAfter(now)) {
      asked = now;
      pending = Optional.of(threads.submit(() -> view.look(rollout)));
    }
  }

  /** Looks now, and waits for it. */
  void fresh(Supplier<Instant> clock, Beat beat) throws InterruptedException {
    if (pending.isEmpty()) {
      asked = clock.get();
      pending = Optional.of(threads.submit(() -> view.look(rollout)));
    }
    beat.await(pending.orElseThrow());
    take();
  }

  /** What makes the region dark, as people read it. */
  Optional<String> dark() {
    return last.filter(looked ->
            darkSince.filter(since -> !looked.asked().isBefore(since.plus(DARK_FOR))).isPresent())
        .map(looked -> looked.seen().sentence());
  }

  /** What is said of a cluster that is away while the service is well. */
  Optional<String> clusterAway() {
    return last.map(Looked::seen)
        .filter(seen -> !seen.cluster() && seen.service())
        .map(RegionObserved::sentence);
  }

  /** Whether its API answered at the last look; empty before the first. */
  Optional<Boolean> clusterAnswers() {
    return last.map(looked -> looked.seen().cluster());
  }

  /** What is said of a cluster that is away, however the service is. */
  Optional<String> away() {
    return last.map(Looked::seen).filter(seen -> !seen.cluster()).map(RegionObserved::sentence);
  }

  private void take() throws InterruptedException {
    RegionObserved seen = Threads.result(pending.orElseThrow());
    pending = Optional.empty();
    last = Optional.of(new Looked(asked, seen));
    darkSince = seen.dark() ? Optional.of(darkSince.orElse(asked)) : Optional.empty();
  }

  private Duration every() {
    Duration usual = darkSince.isPresent() ? DARK_FOR : EVERY;
    return longer(usual, pace.toMeridian(EVERY_WALL));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
