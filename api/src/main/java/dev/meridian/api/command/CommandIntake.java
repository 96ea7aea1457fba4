package dev.meridian.api.command;

import dev.meridian.api.Now;
import dev.meridian.api.command.CommandController.Intake;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.api.release.IdempotencyHeader;
import dev.meridian.api.release.ReleaseShelf;
import dev.meridian.document.DocumentReader;
import dev.meridian.document.NearestName;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.ledger.Commands;
import dev.meridian.ledger.Commands.Answer;
import dev.meridian.ledger.Commands.Command;
import dev.meridian.ledger.Commands.Written;
import dev.meridian.ledger.Releases.Phase;
import dev.meridian.ledger.Releases.ReleaseRow;
import dev.meridian.release.CommandKind;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Takes a command in: reads it, writes it down, delivers it, and says what came of it. */
@Singleton
final class CommandIntake {
  private final ReleaseShelf releases;
  private final Commands commands;
  private final CommandDelivery delivery;
  private final Now now;

  CommandIntake(ReleaseShelf releases, Commands commands, CommandDelivery delivery, Now now) {
    this.releases = releases;
    this.commands = commands;
    this.delivery = delivery;
    this.now = now;
  }

  /**
   * @throws ProblemException when there is no such release, the body cannot be used, or the command
   *     does not apply
   */
  CommandReceipt take(Intake intake) {
    ReleaseRow release = releases.row(intake.release());
    Command command = command(release, intake, body(release, intake));
    Optional<Written> before = commands.find(command.id());
    before.ifPresent(written -> requireSame(written.command(), command, intake));
    if (before.isEmpty() && release.phase() == Phase.ENDED) {
      throw refused(release, "the release has ended: nothing applies any more");
    }
    commands.write(command);
    Optional<Answer> answer = before.flatMap(Written::answer).or(() -> delivery.send(command));
    return answer
        .map(said -> receipt(command, said))
        .orElseGet(() -> CommandReceipt.waiting(command));
  }

  private CommandReceipt receipt(Command command, Answer answer) {
    return switch (answer) {
      case Answer.Taken _ -> CommandReceipt.taken(command);
      case Answer.Refused(String sentence) ->
          throw refused(releases.row(command.release().toString()), sentence);
    };
  }

  private static ProblemException refused(ReleaseRow release, String sentence) {
    return ProblemException.of(
            ProblemType.COMMAND_REFUSED,
            "Nothing was changed: " + sentence + ". See GET /api/v1/releases/" + release.id() + ".")
        .with("phase", release.phase())
        .with("reason", release.reason());
  }

  private CommandBody body(ReleaseRow release, Intake intake) {
    DocumentReader request = DocumentReader.of(intake.body().value());
    boolean needsRegion = intake.kind() == CommandKind.RETRY;
    return switch (request.reading(CommandBody.read(request, needsRegion))) {
      case Reading.Valid<CommandBody>(CommandBody good) -> {
        good.region()
            .filter(_ -> release.phase() != Phase.WAITING)
            .ifPresent(region -> requireKnown(release, region.value()));
        yield good;
      }
      case Reading.Invalid<CommandBody>(List<Problem> problems) ->
          throw ProblemException.invalidRequest(problems);
    };
  }

  private void requireKnown(ReleaseRow release, String region) {
    List<String> known = releases.regions(release);
    if (!known.contains(region)) {
      throw ProblemException.invalidRequest(
          List.of(
              new Problem(
                  "/region",
                  region,
                  "is no region of this release",
                  NearestName.remedy(region, known))));
    }
  }

  private Command command(ReleaseRow release, Intake intake, CommandBody body) {
    String kind = intake.kind().name().toLowerCase(Locale.ROOT);
    UUID id =
        intake
            .idempotencyKey()
            .map(key -> keyed(release, kind, IdempotencyHeader.checked(key)))
            .orElseGet(UUID::randomUUID);
    Map<String, String> arguments = new TreeMap<>();
    body.region().ifPresent(region -> arguments.put("region", region.value()));
    return new Command(
        id, release.id(), kind, arguments, intake.actor().name(), body.reason(), now.instant());
  }

  /** The same key on the same release is the same command, and so has the same id. */
  private static UUID keyed(ReleaseRow release, String kind, String key) {
    String name = release.id() + "/" + kind + "/" + key;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireSame(Command first, Command second, Intake intake) {
    if (!first.arguments().equals(second.arguments()) || !first.reason().equals(second.reason())) {
      throw ProblemException.of(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "The key \""
              + intake.idempotencyKey().orElse("")
              + "\" was used with another body: send the first body again, or use a new key.");
    }
  }
}
