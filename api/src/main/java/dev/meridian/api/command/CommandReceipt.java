package dev.meridian.api.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meridian.ledger.Commands.Command;

/**
 * What a person who gave a command is told.
 *
 * @param command its id
 * @param delivery how far it has come
 * @param sentence what happens next
 */
record CommandReceipt(
    String command, String release, String kind, Delivery delivery, String sentence) {
  /** How far a command has come. */
  enum Delivery {
    /** The release has taken it; its effect will be seen in the events. */
    @JsonProperty("taken")
    TAKEN,
    /** Written down, and sent again until the release takes it. */
    @JsonProperty("waiting")
    WAITING
  }

  static CommandReceipt taken(Command command) {
    return of(
        command, Delivery.TAKEN, "The release has taken it; watch its events for what follows.");
  }

  static CommandReceipt waiting(Command command) {
    return of(
        command,
        Delivery.WAITING,
        "It is written down. The engine could not be told yet: it will be told as soon as it"
            + " answers, and nothing needs to be sent again.");
  }

  private static CommandReceipt of(Command command, Delivery delivery, String sentence) {
    return new CommandReceipt(
        command.id().toString(), command.release().toString(), command.kind(), delivery, sentence);
  }
}
