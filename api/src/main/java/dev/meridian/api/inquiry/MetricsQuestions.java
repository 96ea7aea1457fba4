package dev.meridian.api.inquiry;

import dev.meridian.api.engine.Inquirer;
import dev.meridian.api.engine.Inquirer.Reply;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import dev.meridian.document.Problem;
import dev.meridian.region.Presence;
import dev.meridian.region.RegionCatalog;
import dev.meridian.service.ServiceSpec;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks each metrics system that a service uses about the service's gates. */
@Singleton
public final class MetricsQuestions {
  private final Inquirer inquirer;

  MetricsQuestions(Inquirer inquirer) {
    this.inquirer = inquirer;
  }

  /**
   * @throws ProblemException when a metrics system, or the way to it, is away: nothing is known, so
   *     nothing may be stored
   */
  public MetricsFindings ask(ServiceSpec service, RegionCatalog catalog) {
    Set<Problem> problems = new LinkedHashSet<>();
    List<String> warnings = new ArrayList<>();
    onePresenceOfEach(service, catalog)
        .forEach((metrics, presence) -> {
          GateQuestions questions = GateQuestions.of(service.gates(), presence);
          InquiryAnswer answer = answered(inquirer.ask(questions.to(metrics)));
          problems.addAll(questions.problems(answer));
          warnings.addAll(questions.warnings(answer));
        });
    return new MetricsFindings(List.copyOf(problems), warnings);
  }

  /** By name of the metrics system: queries differ between regions in their label values only. */
  private static Map<String, Presence> onePresenceOfEach(
      ServiceSpec service, RegionCatalog catalog) {
    Map<String, Presence> presences = new TreeMap<>();
    for (Presence presence : service.presences()) {
      if (presence.role().hasUsers()) {
        presences.putIfAbsent(catalog.region(presence.region()).metrics(), presence);
      }
    }
    return presences;
  }

  private static InquiryAnswer answered(Reply reply) {
    return switch (reply) {
      case Reply.Answered(InquiryAnswer answer) -> answer;
      case Reply.EngineAway(String sentence) ->
          throw ProblemException.of(ProblemType.ENGINE_AWAY, notStored(sentence));
      case Reply.MetricsAway(String sentence) ->
          throw ProblemException.of(ProblemType.METRICS_AWAY, notStored(sentence));
    };
  }

  private static String notStored(String sentence) {
    return "The gates could not be checked ("
        + sentence
        + "), so the document was not stored. Send it again when that is mended.";
  }
}
