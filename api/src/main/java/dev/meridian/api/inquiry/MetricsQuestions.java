package dev.meridian.api.inquiry;

import dev.meridian.api.engine.Inquirer;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.Problem;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Presence;
import dev.meridian.region.RegionCatalog;
import dev.meridian.service.ServiceSpec;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import dev.meridian.workflow.inquiry.Watched;
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
          InquiryAnswer answer =
              Answers.of(inquirer.ask(questions.to(metrics)), MetricsQuestions::notStored);
          problems.addAll(questions.problems(answer));
          warnings.addAll(questions.warnings(answer));
        });
    return new MetricsFindings(List.copyOf(problems), warnings);
  }

  /**
   * What is wrong with one gate as the metrics system of a region sees it.
   *
   * @param pointer where the gate stands in the body
   * @throws ProblemException as above
   */
  public List<Problem> problems(GateSpec gate, String pointer, Watched where) {
    GateQuestions questions = GateQuestions.of(gate, pointer, where.labels());
    return questions.problems(
        Answers.of(
            inquirer.ask(questions.to(where.metrics())),
            why -> "Nothing was done, for the gate could not be checked (" + why + ")."));
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

  private static String notStored(String sentence) {
    return "The gates could not be checked ("
        + sentence
        + "), so the document was not stored. Send it again when that is mended.";
  }
}
