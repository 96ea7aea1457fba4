package dev.meridian.api.gate;

import dev.meridian.api.document.Descriptions;
import dev.meridian.api.engine.Inquirer;
import dev.meridian.api.inquiry.Answers;
import dev.meridian.api.inquiry.MetricsQuestions;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.document.Problem;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.gate.statistics.AlphaShares;
import dev.meridian.service.ServiceSpec;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import dev.meridian.workflow.inquiry.Watched;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has gates replayed as if they were, or are, gates of a service. */
@Singleton
final class GateTrials {
  private final Descriptions descriptions;
  private final MetricsQuestions questions;
  private final Inquirer inquirer;

  GateTrials(Descriptions descriptions, MetricsQuestions questions, Inquirer inquirer) {
    this.descriptions = descriptions;
    this.questions = questions;
    this.inquirer = inquirer;
  }

  /**
   * The service as it stands now.
   *
   * @throws ProblemException when there is none, or it does not fit the catalogue any more
   */
  ServiceSpec service(String name) {
    return descriptions.service(name, descriptions.catalog().content()).content();
  }

  /**
   * @throws ProblemException when the metrics system cannot read the gate, or does not answer
   */
  Replayed replay(Trial trial, ServiceSpec service) {
    ReplayQuestion question = question(trial, service);
    if (trial.written()) {
      check(question);
    }
    return Answers.of(
        inquirer.replay(question),
        why -> "What the gate would have decided is not known: " + why + ".");
  }

  private void check(ReplayQuestion question) {
    Watched own =
        question.watched().stream()
            .filter(each -> each.region().equals(question.region()))
            .findFirst()
            .orElseThrow();
    List<Problem> problems = questions.problems(question.gate(), "/" + Trial.GATE, own);
    if (!problems.isEmpty()) {
      throw ProblemException.invalidRequest(problems);
    }
  }

  private ReplayQuestion question(Trial trial, ServiceSpec service) {
    List<Watched> watched = Watched.all(service, descriptions.catalog().content());
    return new ReplayQuestion(
        trial.gate(),
        trial.region(),
        watched,
        service.revisionLabel(),
        trial.revision(),
        trial.from(),
        trial.until(),
        share(trial.gate(), service, watched.size()),
        service.release().inconclusiveDeadline());
  }

  /** What it would have in a first attempt, beside the service's other gates. */
  private static Optional<AlphaShare> share(GateSpec gate, ServiceSpec service, int regions) {
    List<GateSpec> gates =
        new ArrayList<>(
            service.gates().stream().filter(each -> !each.name().equals(gate.name())).toList());
    gates.add(gate);
    return Optional.ofNullable(
        AlphaShares.of(service.release().alpha(), regions, gates).of(1).get(gate.name()));
  }
}
