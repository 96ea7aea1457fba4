package dev.meridian.ledger.postgres.command;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.meridian.ledger.Commands.Answer;
import dev.meridian.ledger.Commands.Command;
import dev.meridian.ledger.Commands.Written;
import dev.meridian.ledger.json.CanonicalJson;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.ledger.json.StorableText;
import dev.meridian.ledger.postgres.OptionalText;
import dev.meridian.release.ReleaseId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A command as its row.
 *
 * @param taken meaningful once there is an answer
 */
@MappedEntity("command")
record StoredCommand(
    @Id UUID id,
    UUID release,
    String kind,
    String arguments,
    String actor,
    String reason,
    Instant at,
    boolean taken,
    @MappedProperty(converter = OptionalText.class) Optional<String> answer) {

  private static final TypeReference<TreeMap<String, String>> ARGUMENTS = new TypeReference<>() {};

  static StoredCommand of(Command command) {
    return new StoredCommand(
        command.id(),
        command.release().value(),
        command.kind(),
        CanonicalJson.of(command.arguments()),
        StorableText.of(command.actor()),
        StorableText.of(command.reason()),
        command.at(),
        false,
        Optional.empty());
  }

  Command command() {
    return new Command(
        id,
        new ReleaseId(release),
        kind,
        MeridianJson.read(arguments, ARGUMENTS),
        actor,
        reason,
        at);
  }

  Written written() {
    return new Written(command(), answer.map(this::answered));
  }

  private Answer answered(String sentence) {
    return taken ? new Answer.Taken(sentence) : new Answer.Refused(sentence);
  }
}
