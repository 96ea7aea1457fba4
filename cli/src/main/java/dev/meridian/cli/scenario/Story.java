package dev.meridian.cli.scenario;

import dev.meridian.cli.ExitStatus;
import dev.meridian.cli.rest.ReleaseEvents;
import dev.meridian.cli.rest.ReleaseEvents.Happened;
import dev.meridian.cli.rest.RestClient;
import dev.meridian.gate.VerdictKind;
import dev.meridian.release.PauseCause;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A release from the first document to its end, as a client sees it. */
public final class Story {
  private static final String SERVICE = "checkout";

  private final RestClient api;
  private final Fate fate;
  private final Consumer<String> out;
  private final Instant begun = Instant.now();
  private Instant first = Instant.EPOCH;
  private Instant last = Instant.EPOCH;
  private String decisive = "";
  private String evidence = "";
  private Optional<ExitStatus> status = Optional.empty();
  private String reason = "";

  /**
   * @param fate what befalls the world meanwhile
   * @param out takes each progress line
   */
  public Story(RestClient api, Fate fate, Consumer<String> out) {
    this.api = api;
    this.fate = fate;
    this.out = out;
  }

  /** Starts a release of an image and follows it to its end, or to where a person must act. */
  public StoryEnd tell(String image, String why) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("service", SERVICE);
    body.put("image", image);
    body.put("reason", why);
    String release = api.post("/api/v1/releases", body).path("id").asText();
    new ReleaseEvents(api, release).follow(this::heard);
    return new StoryEnd(
        release,
        status.orElse(ExitStatus.FAILED),
        reason,
        decisive,
        evidence,
        Duration.between(first, last),
        Duration.between(begun, Instant.now()));
  }

  private boolean heard(Happened happened) {
    first = first.equals(Instant.EPOCH) ? happened.at() : first;
    last = happened.at();
    Told.of(happened.event()).ifPresent(words -> line(happened.at(), words));
    fate.heard(happened).ifPresent(words -> line(happened.at(), words));
    weigh(happened.event());
    return status.isPresent();
  }

  private void line(Instant at, String words) {
    Duration wall = Duration.between(begun, Instant.now());
    String line = words.replace("\n", " | ");
    out.accept("%6.1f s  %s  %s".formatted(wall.toMillis() / 1000.0, Told.clock(at), line));
  }

  /**
   * What the end rests on: the first harm or silence that was found, else the reason of the end.
   */
  private void weigh(ReleaseEvent event) {
    switch (event) {
      case RegionEvent.VerdictGiven e when e.cause().kind() != VerdictKind.HEALTHY ->
          decide(e.sentence(), e.evidence());
      case RegionEvent.CheckEnded e when !e.passed() -> decide(e.sentence(), "");
      case ReleaseEvent.Paused e when e.cause() != PauseCause.REQUESTED ->
          end(ExitStatus.WAITING, e.reason());
      case ReleaseEvent.ReleaseEnded e -> end(ExitStatus.of(e.outcome()), e.reason());
      default -> {}
    }
  }

  private void decide(String sentence, String evidenceId) {
    if (decisive.isEmpty()) {
      decisive = sentence;
      evidence = evidenceId;
    }
  }

  private void end(ExitStatus ending, String why) {
    decide(why, "");
    status = Optional.of(ending);
    reason = why;
  }
}
