package dev.meridian.ledger.contract;

import static dev.meridian.ledger.contract.Samples.NOON;
import static dev.meridian.ledger.contract.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.ledger.Commands;
import dev.meridian.ledger.Commands.Answer;
import dev.meridian.ledger.Commands.Command;
import dev.meridian.ledger.Commands.Written;
import dev.meridian.ledger.testing.Ports;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Commands} promises. */
abstract class CommandsContract {
  abstract Ports ports();

  private Commands commands() {
    return ports().commands();
  }

  private static Command command(int number, String reason) {
    return new Command(
        new UUID(0, number),
        release(1),
        "retry",
        Map.of("region", "eu-central-1"),
        "ada",
        reason,
        NOON);
  }

  @Test
  void write_command_isFoundWithoutAnswer() {
    commands().write(command(1, "why"));

    assertThat(commands().find(new UUID(0, 1)))
        .contains(new Written(command(1, "why"), Optional.empty()));
    assertThat(commands().find(new UUID(0, 2))).isEmpty();
  }

  @Test
  void write_sameIdAgain_leavesTheFirst() {
    commands().write(command(1, "first"));
    commands().write(command(1, "second"));

    assertThat(commands().undelivered(10)).containsExactly(command(1, "first"));
  }

  @Test
  void undelivered_several_areInOrderOfWriting() {
    commands().write(command(3, "a"));
    commands().write(command(1, "b"));
    commands().write(command(2, "c"));

    assertThat(commands().undelivered(2)).containsExactly(command(3, "a"), command(1, "b"));
  }

  @Test
  void delivered_answer_isKeptAndTheFirstStays() {
    commands().write(command(1, "why"));
    commands().write(command(2, "why"));
    commands().delivered(new UUID(0, 1), new Answer.Taken("paused"));
    commands().delivered(new UUID(0, 1), new Answer.Refused("already paused"));
    commands().delivered(new UUID(0, 2), new Answer.Refused("has ended"));

    assertThat(commands().undelivered(10)).isEmpty();
    assertThat(commands().find(new UUID(0, 1)).orElseThrow().answer())
        .contains(new Answer.Taken("paused"));
    assertThat(commands().find(new UUID(0, 2)).orElseThrow().answer())
        .contains(new Answer.Refused("has ended"));
  }

  @Test
  void delivered_unknownCommand_isRefused() {
    assertThatThrownBy(() -> commands().delivered(new UUID(0, 9), new Answer.Taken("ok")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no command");
  }
}
