package dev.meridian.api.knowledge;

import dev.meridian.api.Now;
import dev.meridian.api.document.BodyTree;
import dev.meridian.api.identity.Actor;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.gate.alarm.AlertNotice;
import dev.meridian.gate.alarm.AlertsReader;
import dev.meridian.ledger.Alerts;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alertmanager's webhook. */
@Controller("/api/v1/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertController {
  /** In one post. */
  private static final int MOST = 1_000;

  private final Alerts alerts;
  private final Now now;

  AlertController(Alerts alerts, Now now) {
    this.alerts = alerts;
    this.now = now;
  }

  /**
   * What came of a post.
   *
   * @param begun alerts that were not known
   * @param repeated that were
   * @param ended that fire no longer
   */
  @Schema(name = "AlertReceipt")
  record Receipt(int begun, int repeated, int ended) {}

  @Post
  @Operation(
      summary = "Tell of alerts, as Alertmanager's webhook does: gates of kind alarm look at them",
      description =
          "Format version 4. An alert is known by its fingerprint and startsAt, however often it"
              + " is told; resolved ends it. 413 for more than 1,000 alerts at once; 429 with"
              + " Retry-After while as many fire as are kept.")
  @RequestBody(content = @Content(schema = @Schema(implementation = AlertPost.class)))
  Receipt tell(@Body byte[] body, @Parameter(hidden = true) Actor actor) {
    return switch (alerts.take(read(BodyTree.json(body)), now.instant(), Alerts.MOST)) {
      case Alerts.Intake.Taken(int begun, int repeated, int ended) ->
          new Receipt(begun, repeated, ended);
      case Alerts.Intake.Full(int most) ->
          throw ProblemException.of(
              ProblemType.TOO_MANY_ALERTS,
              ("Nothing was taken: %,d alerts fire, and no more are kept. Route only those here"
                      + " that gates name, then send it again.")
                  .formatted(most));
    };
  }

  private static List<AlertNotice> read(BodyTree tree) {
    return switch (AlertsReader.read(tree.value())) {
      case Reading.Valid<List<AlertNotice>>(List<AlertNotice> notices) when notices.size() > MOST ->
          throw ProblemException.of(
              ProblemType.TOO_LARGE,
              "Send at most %,d alerts at once: set max_alerts in Alertmanager's webhook_config."
                  .formatted(MOST));
      case Reading.Valid<List<AlertNotice>>(List<AlertNotice> notices) -> notices;
      case Reading.Invalid<List<AlertNotice>>(List<Problem> problems) ->
          throw ProblemException.invalidRequest(problems);
    };
  }

  /**
   * A page of alerts.
   *
   * @param next what {@code before} takes to get the next page; empty on the last one
   */
  record AlertPage(List<AlertView> alerts, Optional<Long> next) {}

  @Get
  @Operation(summary = "Alerts of the last day, newest first")
  AlertPage list(@Nullable Long before, @Nullable Integer limit) {
    Paging paging = Paging.of(before, limit);
    List<AlertView> found =
        alerts.list(paging.before(), paging.asked()).stream().map(AlertView::of).toList();
    return new AlertPage(paging.page(found), paging.next(found, AlertView::seq));
  }
}
