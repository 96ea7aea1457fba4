package dev.meridian.api.inquiry;

import dev.meridian.api.engine.Inquirer;
import dev.meridian.api.engine.Inquirer.Reply;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.Problem;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.Presence;
import dev.meridian.region.RegionCatalog;
import dev.meridian.service.ServiceSpec;
import dev.meridian.workflow.inquiry.Inquiry;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import dev.meridian.workflow.inquiry.Watched;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
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
    presencesOfEach(service, catalog)
        .forEach((metrics, presences) -> {
          GateQuestions questions = GateQuestions.of(service, presences.getFirst());
          SeriesQuestions series = new SeriesQuestions(service.gates(), presences);
          InquiryAnswer answer =
              Answers.of(
                  inquirer.ask(questions.to(metrics, series.texts())), MetricsQuestions::notStored);
          MetricsFindings tried = series.findings(answer.series());
          problems.addAll(questions.problems(answer));
          problems.addAll(tried.problems());
          warnings.addAll(questions.warnings(answer));
          warnings.addAll(tried.warnings());
        });
    return new MetricsFindings(List.copyOf(problems), warnings);
  }

  /**
   * Runs every expression against the incumbent in every region. Finds nothing where nobody can be
   * asked: a plan can be urgent just when the metrics are away.
   */
  public MetricsFindings tried(ServiceSpec service, RegionCatalog catalog) {
    Set<Problem> problems = new LinkedHashSet<>();
    List<String> warnings = new ArrayList<>();
    presencesOfEach(service, catalog)
        .forEach((metrics, presences) -> {
          SeriesQuestions series = new SeriesQuestions(service.gates(), presences);
          Inquiry inquiry = new Inquiry(metrics, List.of(), List.of(), series.texts());
          if (inquirer.ask(inquiry) instanceof Reply.Answered<InquiryAnswer>(InquiryAnswer said)) {
            MetricsFindings tried = series.findings(said.series());
            problems.addAll(tried.problems());
            warnings.addAll(tried.warnings());
          }
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
  private static SortedMap<String, List<Presence>> presencesOfEach(
      ServiceSpec service, RegionCatalog catalog) {
    SortedMap<String, List<Presence>> presences = new TreeMap<>();
    for (Presence presence : service.presences()) {
      if (presence.role().hasUsers()) {
        presences
            .computeIfAbsent(catalog.region(presence.region()).metrics(), _ -> new ArrayList<>())
            .add(presence);
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
