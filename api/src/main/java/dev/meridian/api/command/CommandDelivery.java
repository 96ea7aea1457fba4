package dev.meridian.api.command;

import dev.meridian.api.engine.CommandAnswer;
import dev.meridian.api.engine.ReleaseEngine;
import dev.meridian.ledger.Commands;
import dev.meridian.ledger.Commands.Answer;
import dev.meridian.ledger.Commands.Command;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.WaitingReleases;
import dev.meridian.ledger.WaitingReleases.Unstarted;
import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import dev.meridian.release.ReleaseOutcome;
import dev.meridian.workflow.CommandOrder;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings written commands to their releases, again and again until each has an answer. */
@Singleton
final class CommandDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDelivery.class);
  private static final int AT_ONCE = 20;

  private final Commands commands;
  private final Releases releases;
  private final WaitingReleases waiting;
  private final ReleaseEngine engine;

  CommandDelivery(
      Commands commands, Releases releases, WaitingReleases waiting, ReleaseEngine engine) {
    this.commands = commands;
    this.releases = releases;
    this.waiting = waiting;
    this.engine = engine;
  }

  /** Empty while nobody has taken it: it will be sent again. */
  Optional<Answer> send(Command command) {
    return switch (told(command)) {
      case CommandAnswer.Taken() -> answered(command, new Answer.Taken("taken"));
      case CommandAnswer.Refused(String sentence) ->
          answered(command, new Answer.Refused(sentence));
      case CommandAnswer.Away(String sentence) -> {
        LOG.warn("{} of release {} waits: {}", command.kind(), command.release(), sentence);
        yield Optional.empty();
      }
    };
  }

  /** A release that waits for its turn runs nowhere: what ends it is done here. */
  private CommandAnswer told(Command command) {
    CommandOrder order = order(command);
    Optional<CommandAnswer> early =
        releases
            .find(command.release())
            .filter(row -> row.phase() == Phase.WAITING)
            .flatMap(row -> toldWhileWaiting(command, order.kind()));
    return early.orElseGet(() -> engine.send(command.release(), order));
  }

  /** Empty when it has started in this very moment. */
  private Optional<CommandAnswer> toldWhileWaiting(Command command, CommandKind kind) {
    return switch (kind) {
      case STOP -> ended(command, ReleaseOutcome.STOPPED);
      case ABORT -> ended(command, ReleaseOutcome.ABORTED);
      case PAUSE, RESUME, RETRY ->
          Optional.of(
              new CommandAnswer.Refused(
                  "the release waits for its turn: only stop and abort apply"));
    };
  }

  private Optional<CommandAnswer> ended(Command command, ReleaseOutcome outcome) {
    Unstarted end = new Unstarted(outcome, command.actor(), command.reason(), command.at());
    return waiting.end(command.release(), end)
        ? Optional.of(new CommandAnswer.Taken())
        : Optional.empty();
  }

  private Optional<Answer> answered(Command command, Answer answer) {
    commands.delivered(command.id(), answer);
    return Optional.of(answer);
  }

  /** Sends what was not delivered. Any number of apis may do so: the id makes it one command. */
  void redeliver() {
    commands.undelivered(AT_ONCE).forEach(this::sendAgain);
  }

  private void sendAgain(Command command) {
    boolean over =
        releases.find(command.release()).map(row -> row.phase() == Phase.ENDED).orElse(true);
    if (over) {
      answered(command, new Answer.Refused("the release ended before it could be delivered"));
    } else {
      send(command);
    }
  }

  private static CommandOrder order(Command command) {
    return new CommandOrder(
        command.id(),
        CommandKind.valueOf(command.kind().toUpperCase(Locale.ROOT)),
        Optional.ofNullable(command.arguments().get("region")).map(RegionCode::new),
        command.actor(),
        command.reason());
  }
}
