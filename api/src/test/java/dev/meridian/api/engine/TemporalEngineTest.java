package dev.meridian.api.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.activity.InquiryActivities;
import dev.meridian.api.engine.Inquirer.Reply;
import dev.meridian.failure.FailureCode;
import dev.meridian.gate.GateSpec;
import dev.meridian.gate.replay.Place;
import dev.meridian.gate.statistics.AlphaShare;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Share;
import dev.meridian.release.CommandKind;
import dev.meridian.release.ReleaseId;
import dev.meridian.workflow.CommandOrder;
import dev.meridian.workflow.ReleaseInput;
import dev.meridian.workflow.ReleaseWorkflow;
import dev.meridian.workflow.TaskQueues;
import dev.meridian.workflow.engine.EngineAddress;
import dev.meridian.workflow.engine.EngineClient;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.DaysWorkflowImpl;
import dev.meridian.workflow.inquiry.Inquiry;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import dev.meridian.workflow.inquiry.InquiryWorkflowImpl;
import dev.meridian.workflow.inquiry.ReplayWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testserver.TestServer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real engine clients against a real server, and against none. */
class TemporalEngineTest {
  private static final ReleaseId RELEASE = ReleaseId.parse("01980000-0000-7000-8000-000000000001");
  private static final Inquiry QUESTION =
      new Inquiry("global", List.of("up", "broken{"), List.of("h{a=\"b\"}", "broken{"), List.of());

  private final int port = freePort();
  private final EngineFactory factory = new EngineFactory();
  private final EngineAddress address = EngineAddress.local("127.0.0.1:" + port);
  private final EngineClient connection = factory.engine(address);
  private final WorkflowClient client = connection.client();
  private final ReleaseEngine engine = factory.releaseEngine(connection);
  private final Inquirer inquirer = factory.inquirer(connection);
  private Optional<TestServer.PortBoundTestServer> server = Optional.empty();
  private Optional<WorkerFactory> workers = Optional.empty();

  @AfterEach
  void close() {
    workers.ifPresent(WorkerFactory::shutdownNow);
    connection.close();
    server.ifPresent(TestServer.PortBoundTestServer::close);
  }

  private void startServer() {
    server = Optional.of(TestServer.createPortBoundServer(port, true));
  }

  private void startWorkers(Object metrics) {
    WorkerFactory started = WorkerFactory.newInstance(client);
    workers = Optional.of(started);
    Worker release = started.newWorker(TaskQueues.RELEASE);
    release.registerWorkflowImplementationTypes(
        PatientRelease.class,
        InquiryWorkflowImpl.class,
        ReplayWorkflowImpl.class,
        DaysWorkflowImpl.class);
    started.newWorker(TaskQueues.ACT).registerActivitiesImplementations(metrics);
    started.start();
  }

  /** Waits for an abort; takes nothing else. */
  public static final class PatientRelease implements ReleaseWorkflow {
    private boolean aborted;

    @Override
    public void run(ReleaseInput input) {
      Workflow.await(() -> aborted);
    }

    @Override
    public void command(CommandOrder order) {
      aborted = true;
    }

    @Override
    public void validateCommand(CommandOrder order) {
      if (order.kind() != CommandKind.ABORT) {
        throw ApplicationFailure.newNonRetryableFailure("only abort applies", REFUSED);
      }
    }
  }

  /** Finds a fault in every text with the word broken. */
  private static final class WordMetrics implements InquiryActivities {
    @Override
    public List<String> checkQueries(String metrics, List<String> queries) {
      return queries.stream().map(text -> text.contains("broken") ? "is broken" : "").toList();
    }

    @Override
    public List<Double> bucketBoundaries(String metrics, String histogram) {
      return List.of(0.1, 0.3);
    }

    @Override
    public List<Integer> countSeries(String metrics, List<String> expressions) {
      return expressions.stream().map(String::length).toList();
    }
  }

  /** Never answers. */
  private static final class AwayMetrics implements InquiryActivities {
    @Override
    public List<String> checkQueries(String metrics, List<String> queries) {
      throw away();
    }

    @Override
    public List<Double> bucketBoundaries(String metrics, String histogram) {
      throw away();
    }

    @Override
    public List<Integer> countSeries(String metrics, List<String> expressions) {
      throw away();
    }

    private static ApplicationFailure away() {
      return ApplicationFailure.newFailure(
          "connection refused", FailureCode.METRICS_UNREACHABLE.name());
    }
  }

  private static CommandOrder order(CommandKind kind) {
    return new CommandOrder(UUID.randomUUID(), kind, Optional.empty(), "admin", "a hunch");
  }

  @Test
  void noServer_everyAnswerIsAway() {
    assertThat(engine.reachable()).isFalse();
    assertThat(engine.start(RELEASE, 1)).isFalse();
    assertThat(engine.send(RELEASE, order(CommandKind.ABORT)))
        .isInstanceOf(CommandAnswer.Away.class);
    assertThat(inquirer.ask(QUESTION)).isInstanceOf(Reply.EngineAway.class);
  }

  @Test
  void noWorker_commandsAndInquiriesAreAway() {
    startServer();

    assertThat(engine.reachable()).isTrue();
    assertThat(engine.start(RELEASE, 1)).isTrue();
    assertThat(engine.send(RELEASE, order(CommandKind.ABORT)))
        .isInstanceOf(CommandAnswer.Away.class);
    assertThat(inquirer.ask(QUESTION)).isInstanceOf(Reply.EngineAway.class);
  }

  @Test
  void send_runningRelease_isTakenOrRefusedWithItsSentence() {
    startServer();
    startWorkers(new WordMetrics());
    engine.start(RELEASE, 1);

    assertThat(engine.start(RELEASE, 1)).isTrue();
    assertThat(engine.send(RELEASE, order(CommandKind.PAUSE)))
        .isEqualTo(new CommandAnswer.Refused("only abort applies"));
    CommandOrder abort = order(CommandKind.ABORT);
    assertThat(engine.send(RELEASE, abort)).isEqualTo(new CommandAnswer.Taken());
  }

  @Test
  void send_releaseThatTheEngineDoesNotRun_isAway() {
    startServer();

    assertThat(engine.send(RELEASE, order(CommandKind.ABORT)))
        .isInstanceOf(CommandAnswer.Away.class);
  }

  @Test
  void ask_worker_answersEachQuestionInOrder() {
    startServer();
    startWorkers(new WordMetrics());

    assertThat(inquirer.ask(QUESTION))
        .isEqualTo(
            new Reply.Answered<>(
                new InquiryAnswer(
                    List.of("", "is broken", "", "is broken"),
                    List.of(List.of(0.1, 0.3), List.of()),
                    List.of())));
    Inquiry good = new Inquiry("global", List.of("up"), List.of(), List.of("one", "three"));
    assertThat(inquirer.ask(good))
        .isEqualTo(new Reply.Answered<>(new InquiryAnswer(List.of(""), List.of(), List.of(3, 5))));
  }

  @Test
  void ask_metricsAway_saysSo() {
    startServer();
    startWorkers(new AwayMetrics());

    assertThat(inquirer.ask(QUESTION)).isEqualTo(new Reply.MetricsAway<>("connection refused"));
  }

  @Test
  void replay_worker_carriesQuestionAndAnswerThere_andTellsWhenItIsTooLong() {
    startServer();
    startWorkers(new KnownPast(true));

    assertThat(inquirer.replay(KnownPast.aDay()))
        .isEqualTo(new Reply.Answered<>(new KnownPast(true).replay(KnownPast.aDay())));
  }

  @Test
  void replay_moreThanThereIsTimeFor_saysHowFarItCame() {
    startServer();
    startWorkers(new KnownPast(false));

    assertThat(inquirer.replay(KnownPast.aDay()))
        .isEqualTo(new Reply.TooLong<>("it was replayed to noon"));
  }

  @Test
  void days_worker_carriesQuestionAndAnswerThere() {
    startServer();
    startWorkers(new KnownPast(true));
    RegionCode region = new RegionCode("eu-a");
    DaysQuestion question =
        new DaysQuestion(
            List.of(
                new GateSpec.Ratio(
                    "errors",
                    true,
                    new GateSpec.Events.Counters("a{${labels}}", "b{${labels}}"),
                    Share.ofFraction(0.01),
                    true,
                    Duration.ofSeconds(15),
                    Share.ofFraction(0.5))),
            new TreeMap<>(Map.of("errors", new AlphaShare(0.001))),
            KnownPast.aDay().watched(),
            List.of(new Place(region, List.of(region), List.of(), Duration.ofHours(2))),
            List.of(),
            KnownPast.aDay().until());

    assertThat(inquirer.days(question))
        .isEqualTo(new Reply.Answered<>(new DaysAnswer(List.of(KnownPast.dayIn(region)))));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
