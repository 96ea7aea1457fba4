package dev.meridian.api;

import dev.meridian.api.engine.CommandAnswer;
import dev.meridian.api.engine.ReleaseEngine;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.release.CommandRules;
import dev.meridian.release.ReleaseId;
import dev.meridian.release.ReleaseState;
import dev.meridian.workflow.CommandOrder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes and refuses commands by the real rules, remembers everything, and can be away. */
final class FakeReleaseEngine implements ReleaseEngine {
  private final ReleaseLedger history;
  private final List<ReleaseId> started = new CopyOnWriteArrayList<>();
  private final List<CommandOrder> taken = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  FakeReleaseEngine(ReleaseLedger history) {
    this.history = history;
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  List<ReleaseId> started() {
    return List.copyOf(started);
  }

  List<CommandOrder> taken() {
    return List.copyOf(taken);
  }

  @Override
  public boolean start(ReleaseId release, int epoch) {
    if (!away) {
      started.add(release);
    }
    return !away;
  }

  @Override
  public synchronized CommandAnswer send(ReleaseId release, CommandOrder order) {
    if (away) {
      return new CommandAnswer.Away("the test has sent the engine away");
    }
    if (taken.stream().anyMatch(before -> before.id().equals(order.id()))) {
      return new CommandAnswer.Taken();
    }
    ReleaseState state = history.state(release);
    return CommandRules.refusal(state, order.kind(), order.region())
        .<CommandAnswer>map(CommandAnswer.Refused::new)
        .orElseGet(() -> {
          taken.add(order);
          return new CommandAnswer.Taken();
        });
  }

  @Override
  public boolean reachable() {
    return !away;
  }
}
