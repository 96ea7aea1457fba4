package dev.meridian.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.testing.Ports;
import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.release.RegionAttempt;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.kubernetes.KubernetesWorld;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldClock;
import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.worker.Clock;
import dev.meridian.worker.HostAliases;
import dev.meridian.worker.LoopbackServer;
import dev.meridian.worker.LoopbackServer.Answer;
import dev.meridian.worker.LoopbackServer.Request;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.frozen.FrozenRollouts;
import dev.meridian.worker.image.Registry;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import dev.meridian.worker.manifest.PlainManifestRenderer;
import dev.meridian.worker.manifest.RolloutManifests;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * The clusters of Paris and Montréal, where ten Meridian minutes pass in a second, and all that a
 * cluster activity needs around it.
 */
public final class ClusterRoom implements AutoCloseable {
  static final RegionCode MONTREAL = new RegionCode("ca-central-1");
  static final ObjectRef DEPLOYMENT =
      new ObjectRef("apps/v1", "Deployment", "checkout", "checkout");
  private static final Instant BEGINS = Instant.parse("2026-03-02T08:00:00Z");

  public final Pace pace = new Pace(Instant.now(), BEGINS, 600);
  public final Ports ports = Ports.inMemory();
  final JournaledFaults faults;
  final LoopbackServer outside = new LoopbackServer(ClusterRoom::answer);
  public final Clusters clusters;
  private final KubernetesWorld kubernetes;

  public ClusterRoom(Path directory) {
    WorldClock clock = WorldClock.of(pace);
    InMemoryJournal journal = new InMemoryJournal(clock);
    faults = new JournaledFaults(journal);
    kubernetes =
        KubernetesWorld.start(
            new World(spec(), clock, journal, faults),
            new KubernetesWorld.Settings(FrozenExample.text("checkout.yaml"), 0));
    Path kubeconfig = directory.resolve("kubeconfig");
    kubernetes.writeKubeconfig(kubeconfig);
    clusters = new Clusters(kubeconfig);
  }

  private static WorldSpec spec() {
    WorldSpec all = ExampleWorld.of(7, BEGINS);
    return new WorldSpec(
        all.seed(),
        all.begins(),
        all.service(),
        all.recordName(),
        all.zone(),
        all.regions().subList(0, 2),
        all.images(),
        all.incumbent());
  }

  /** Every registry serves every digest; every endpoint is well. */
  private static Answer answer(Request request) {
    String path = request.path();
    return path.startsWith("/v2/")
        ? new Answer(
            200, Map.of("Docker-Content-Digest", path.substring(path.lastIndexOf('/') + 1)), "{}")
        : Answer.of(200, "ok");
  }

  KubernetesActivities activities() {
    return activities(FrozenExample.checkout(), ledger -> ledger);
  }

  KubernetesActivities activities(FrozenExample rollouts) {
    return activities(rollouts, ledger -> ledger);
  }

  /**
   * @param between what stands between the activities and the ledger
   */
  KubernetesActivities activities(FrozenRollouts rollouts, UnaryOperator<ReleaseLedger> between) {
    return new KubernetesActivities(
        new KubernetesActivities.Ports(
            rollouts,
            between.apply(ports.releaseLedger()),
            ports.artifacts(),
            manifests(),
            new Registry(aliases(), new TreeMap<>()),
            new OutsideLooks(rollouts, clusters, aliases()),
            clock()),
        clusters,
        Pulse::silent);
  }

  public Clock clock() {
    return new Clock(pace);
  }

  public RolloutManifests manifests() {
    return new RolloutManifests(new PlainManifestRenderer(), ports.artifacts());
  }

  HostAliases aliases() {
    TreeMap<String, String> aliases = new TreeMap<>();
    for (String region : List.of("eu-west-3", "ca-central-1")) {
      aliases.put("registry." + region + ".shop.example", outside.address());
      aliases.put("checkout." + region + ".shop.example", outside.address());
    }
    return new HostAliases(aliases);
  }

  /** Montréal's cluster as it is. */
  Cluster cluster() {
    return clusters.open(FrozenExample.checkout().catalog().region(MONTREAL), Pulse.silent());
  }

  KubernetesObject deployment() {
    return cluster().read(DEPLOYMENT).orElseThrow();
  }

  /** The names of all ConfigMaps, in the order of the API. */
  List<String> configMaps() {
    return cluster().list(new ObjectRef("v1", "ConfigMap", "checkout", "")).stream()
        .map(KubernetesObject::name)
        .toList();
  }

  /**
   * A change by somebody else, as {@code kubectl apply --server-side --force-conflicts} makes it.
   */
  void foreignApply(String manager, String json) {
    try (var client =
        new io.fabric8.kubernetes.client.KubernetesClientBuilder()
            .withConfig(
                new io.fabric8.kubernetes.client.ConfigBuilder()
                    .withMasterUrl(kubernetes.address(MONTREAL).toString())
                    .withAutoConfigure(false)
                    .build())
            .build()) {
      var applied =
          client
              .resource(
                  io.fabric8.kubernetes.client.utils.Serialization.unmarshal(
                      json, io.fabric8.kubernetes.api.model.GenericKubernetesResource.class))
              .fieldManager(manager)
              .forceConflicts()
              .serverSideApply();
      assert applied != null;
    }
  }

  /** The kinds of everything that the ledger holds about a release, in order. */
  List<String> kinds(RegionAttempt rollout) {
    return ports.releaseLedger().history(rollout.release()).stream()
        .map(recorded -> recorded.event().getClass().getSimpleName())
        .toList();
  }

  static int generation(KubernetesObject object) {
    return object.at("/metadata/generation").asInt();
  }

  static String image(KubernetesObject deployment) {
    return deployment.at("/spec/template/spec/containers/0/image").asText();
  }

  static void assertFails(ThrowingCallable call, FailureCode code, String words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getOriginalMessage()).contains(words);
              assertThat(failure.getType()).isEqualTo(code.name());
              assertThat(failure.isNonRetryable()).isEqualTo(!code.retryable());
            });
  }

  @Override
  public void close() {
    clusters.close();
    kubernetes.close();
    outside.close();
  }
}
