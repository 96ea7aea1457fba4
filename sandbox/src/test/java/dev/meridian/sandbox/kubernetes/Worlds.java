package dev.meridian.sandbox.kubernetes;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.fault.JournaledFaults;
import dev.meridian.sandbox.world.ExampleWorld;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.ManualClock;
import dev.meridian.sandbox.world.World;
import dev.meridian.sandbox.world.WorldSpec;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A world of two regions whose time moves only when it is told to, and clients of its clusters. */
final class Worlds implements AutoCloseable {
  static final RegionCode PARIS = new RegionCode("eu-west-3");
  static final RegionCode MONTREAL = new RegionCode("ca-central-1");
  static final Instant BEGINS = Instant.parse("2026-03-02T00:00:00Z");

  final ManualClock clock = new ManualClock(BEGINS);
  final InMemoryJournal journal = new InMemoryJournal(clock);
  final JournaledFaults faults = new JournaledFaults(journal);
  private final List<Fault> learnt = new CopyOnWriteArrayList<>();
  private final Faults known =
      new Faults() {
        @Override
        public boolean active(Fault.Kind kind, RegionCode region, Instant when) {
          return all().stream()
              .filter(fault -> fault.kind() == kind && fault.active(when))
              .anyMatch(fault -> fault.region().map(region::equals).orElse(true));
        }

        @Override
        public List<Fault> all() {
          return Stream.concat(faults.all().stream(), learnt.stream()).toList();
        }
      };
  final WorldSpec spec;
  KubernetesWorld kubernetes;

  Worlds() {
    WorldSpec all = ExampleWorld.of(7, BEGINS);
    spec =
        new WorldSpec(
            all.seed(),
            all.begins(),
            all.service(),
            all.recordName(),
            all.zone(),
            all.regions().subList(0, 2),
            all.images(),
            all.incumbent());
    kubernetes = started();
  }

  World world() {
    return new World(spec, clock, journal, known);
  }

  /** From now on this fault is known, whenever it began. */
  void learn(Fault fault) {
    learnt.add(fault);
  }

  private KubernetesWorld started() {
    return KubernetesWorld.start(
        world(), new KubernetesWorld.Settings(ExampleWorld.text("checkout.yaml"), 0));
  }

  /** What a process does that was killed and started again. */
  void restart() {
    kubernetes.close();
    kubernetes = started();
  }

  /** Lets the world's time pass; everybody who looks afterwards sees what it has brought. */
  void pass(Duration duration) {
    clock.advance(duration);
  }

  String image(int digit) {
    return spec.regions().getFirst().registry()
        + "/shop/checkout@sha256:"
        + Integer.toString(digit).repeat(64);
  }

  KubernetesClient client(RegionCode region) {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder()
                .withMasterUrl(kubernetes.address(region).toString())
                .withNamespace("checkout")
                .withRequestRetryBackoffLimit(0)
                .withAutoConfigure(false)
                .build())
        .build();
  }

  @Override
  public void close() {
    kubernetes.close();
  }
}
