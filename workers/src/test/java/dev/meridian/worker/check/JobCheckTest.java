package dev.meridian.worker.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.release.RegionEvent.CheckEnded;
import dev.meridian.service.CheckSpec;
import dev.meridian.service.ServiceSpec;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.RegionLedger;
import dev.meridian.worker.WorkerSettings;
import dev.meridian.worker.cluster.ClusterRoom;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import dev.meridian.worker.metrics.PrometheusClients;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobCheckTest {
  private static final RegionAttempt PARIS = FrozenExample.attempt("eu-west-3");
  private static final String CHECK = "migration-dry-run";

  private final ClusterRoom room;

  JobCheckTest(@TempDir Path directory) {
    room = new ClusterRoom(directory);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void job_thatSucceeds_passesWithItsLastLinesAndLeavesNothing() {
    CheckEnded ended = checks(FrozenExample.checkout()).run(PARIS, CHECK);
    assertThat(ended.passed()).isTrue();
    assertThat(ended.sentence()).contains("succeeded", "last lines");
    assertThat(jobs()).isEmpty();
    assertThat(checks(FrozenExample.checkout()).run(PARIS, CHECK)).isEqualTo(ended);
    assertThat(jobs()).isEmpty();
  }

  @Test
  void job_thatIsNoJob_isAFaultOfTheDocument() {
    FrozenExample wrong = withManifest(text -> text.replace("kind: Job", "kind: Pod"));
    assertThatThrownBy(() -> checks(wrong).run(PARIS, CHECK))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo(FailureCode.INVALID_SPEC.name());
              assertThat(failure.getOriginalMessage()).contains("should be one Job in namespace");
            });
  }

  private List<String> jobs() {
    var paris = FrozenExample.checkout().catalog().region(PARIS.region());
    return room
        .clusters
        .open(paris, Pulse.silent())
        .list(new ObjectRef("batch/v1", "Job", "checkout", ""))
        .stream()
        .filter(job -> job.at("/metadata/deletionTimestamp").isMissingNode())
        .map(KubernetesObject::name)
        .toList();
  }

  private static FrozenExample withManifest(UnaryOperator<String> change) {
    return FrozenExample.checkout().with(service -> changed(service, change));
  }

  private static ServiceSpec changed(ServiceSpec s, UnaryOperator<String> change) {
    List<CheckSpec> checks =
        s.checks().stream()
            .filter(CheckSpec.Job.class::isInstance)
            .map(CheckSpec.Job.class::cast)
            .<CheckSpec>map(job ->
                new CheckSpec.Job(
                    job.name(), job.roles(), job.timeout(), change.apply(job.manifest())))
            .toList();
    return CheckRoom.withChecks(s, checks);
  }

  private ServiceChecks checks(FrozenExample example) {
    WorkerSettings settings =
        new WorkerSettings(
            Path.of("unused"),
            new TreeMap<>(),
            Optional.empty(),
            new TreeMap<>(),
            Optional.empty(),
            HostAliases.NONE,
            room.pace);
    return new ServiceChecks(
        new ServiceChecks.Ports(
            example,
            new RegionLedger(room.ports.releaseLedger(), room.clock()),
            room.manifests(),
            new LoadRecords(room.ports.releaseLedger(), room.ports.artifacts()),
            new PrometheusClients(settings),
            settings),
        room.clusters,
        Pulse::silent);
  }
}
