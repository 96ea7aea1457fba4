package dev.meridian.sandbox.kubernetes.controller;

import dev.meridian.sandbox.kubernetes.controller.PodLife.Start;
import dev.meridian.sandbox.kubernetes.controller.RollingUpdate.Census;
import dev.meridian.sandbox.kubernetes.controller.RollingUpdate.Moves;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A Deployment moved through time, event by event: a change is seen, an image comes, a pod becomes
 * ready, a pod is gone. Nothing but the changes, the time and the nodes decides, so replaying the
 * same changes gives the same pods.
 */
final class RolloutState {
  private static final Duration PULL = Duration.ofMillis(300);
  private static final Duration PULL_AGAIN = Duration.ofSeconds(10);

  private final Nodes nodes;
  private final List<Change> changes;
  private final Map<String, PodLife> pods = new LinkedHashMap<>();
  private final Map<String, PodLife> past = new LinkedHashMap<>();
  private final Map<String, ReplicaSetLife> sets = new LinkedHashMap<>();
  private final Progress progress = new Progress();
  private Instant time = Instant.MIN;
  private Instant lastSeen = Instant.MIN;
  private Optional<ApiObject> deployment = Optional.empty();
  private Optional<RolloutSpec> spec = Optional.empty();
  private int seen;
  private boolean removed;

  /** The list of changes is shared: what is added to it later is seen later. */
  RolloutState(Nodes nodes, List<Change> changes) {
    this.nodes = nodes;
    this.changes = changes;
  }

  Instant time() {
    return time;
  }

  /** The object as the controller has seen it; empty until it has looked for the first time. */
  Optional<ApiObject> deployment() {
    return deployment;
  }

  Optional<RolloutSpec> spec() {
    return spec;
  }

  boolean removed() {
    return removed;
  }

  List<Condition> conditions() {
    return progress.conditions();
  }

  List<ReplicaSetLife> sets() {
    return removed ? List.of() : List.copyOf(sets.values());
  }

  /** Pods whose object exists. */
  List<PodLife> pods() {
    return List.copyOf(pods.values());
  }

  /** All pods that ever were. */
  List<PodLife> lives() {
    return Stream.concat(past.values().stream(), pods.values().stream()).toList();
  }

  /** When something happens next, if nothing is changed. */
  Optional<Instant> next() {
    Stream<Instant> turns =
        pods.values().stream()
            .flatMap(pod -> Stream.concat(pod.turns(), availableAt(pod).stream()));
    Stream<Instant> deadline = removed ? Stream.empty() : spec.flatMap(progress::deadline).stream();
    return Stream.of(turns, deadline, dueChange().stream())
        .flatMap(each -> each)
        .filter(time::isBefore)
        .min(Comparator.naturalOrder());
  }

  void advance(Instant to) {
    Optional<Instant> next = next();
    while (next.isPresent() && !next.get().isAfter(to)) {
      step(next.get());
      next = next();
    }
  }

  private void step(Instant now) {
    time = now;
    while (dueChange().filter(due -> !due.isAfter(now)).isPresent()) {
      lastSeen = now;
      see(changes.get(seen++), now);
    }
    pull(now);
    forget(now);
    reconcile(now);
  }

  /** A deletion is carried out at once; a change of the spec takes the controller a moment. */
  private Optional<Instant> dueChange() {
    if (seen == changes.size()) {
      return Optional.empty();
    }
    Change change = changes.get(seen);
    Instant due =
        change instanceof Change.Stored(Instant at, ApiObject object)
            ? at.plus(nodes.seeingTime(object.uid() + "/" + seen))
            : change.at();
    return Optional.of(due.isAfter(lastSeen) ? due : lastSeen);
  }

  private void see(Change change, Instant now) {
    switch (change) {
      case Change.Stored(_, ApiObject object) -> seeStored(object, now);
      case Change.Removed _ -> {
        removed = true;
        pods.values().stream().filter(pod -> pod.alive(now)).toList().forEach(pod -> end(pod, now));
      }
      case Change.PodDeleted(_, String name) ->
          Optional.ofNullable(pods.get(name))
              .filter(pod -> pod.alive(now))
              .ifPresent(pod -> end(pod, now));
    }
  }

  private void seeStored(ApiObject object, Instant now) {
    RolloutSpec wanted = RolloutSpec.of(object);
    RolloutSpec next = wanted.paused() && spec.isPresent() ? wanted.pausedAt(spec.get()) : wanted;
    String hash = next.template().hash();
    if (spec.isEmpty() || !spec.get().template().hash().equals(hash)) {
      progress.begin(now);
      int revision = 1 + sets.values().stream().mapToInt(ReplicaSetLife::revision).max().orElse(0);
      ReplicaSetLife set =
          Optional.ofNullable(sets.get(hash))
              .orElse(
                  new ReplicaSetLife(object.name() + "-" + hash, next.template(), now, revision));
      sets.put(hash, set.again(revision));
    }
    spec = Optional.of(next);
    deployment = Optional.of(object);
  }

  private void pull(Instant now) {
    for (PodLife pod : List.copyOf(pods.values())) {
      if (pod.start() instanceof Start.Pulling(Optional<Instant> next)
          && next.filter(at -> !at.isAfter(now)).isPresent()) {
        boolean here = pulled(pod.template()) || allPull(pod.template(), now);
        Start start =
            here
                ? new Start.Pulled(now.plus(nodes.startTime(pod.name())))
                : new Start.Pulling(Optional.of(now.plus(PULL_AGAIN)));
        pods.put(pod.name(), pod.with(start));
      }
    }
  }

  /** Nodes keep what they have pulled: going back needs no registry. */
  private boolean pulled(PodTemplate template) {
    return Stream.concat(past.values().stream(), pods.values().stream())
        .anyMatch(
            pod -> pod.readyAt().isPresent() && pod.template().images().equals(template.images()));
  }

  private boolean allPull(PodTemplate template, Instant now) {
    return template.images().stream().allMatch(image -> nodes.pulls(image, now));
  }

  private void forget(Instant now) {
    for (PodLife pod : List.copyOf(pods.values())) {
      if (!pod.exists(now)) {
        pods.remove(pod.name());
        past.put(pod.name(), pod);
      }
    }
  }

  private void reconcile(Instant now) {
    if (removed || spec.isEmpty()) {
      return;
    }
    RolloutSpec wanted = spec.get();
    String hash = wanted.template().hash();
    Moves moves = RollingUpdate.moves(wanted, census(now));
    while (!moves.none()) {
      for (int i = 0; i < moves.start(); i++) {
        start(wanted.template(), now);
      }
      endSome(moves.endFresh(), pod -> pod.template().hash().equals(hash), now);
      endSome(moves.endOld(), pod -> !pod.template().hash().equals(hash), now);
      moves = RollingUpdate.moves(wanted, census(now));
    }
    ReplicaSetLife current = sets.get(hash);
    progress.observe(wanted, census(now), current == null ? hash : current.name(), now);
  }

  private void start(PodTemplate template, Instant now) {
    String about = deployment.map(ApiObject::uid).orElse("") + "/" + (pods.size() + past.size());
    String owner = deployment.map(ApiObject::name).orElse("");
    String name = owner + "-" + template.hash() + "-" + nodes.chance().letters(5, about);
    boolean exists = template.images().stream().allMatch(nodes::exists);
    Optional<Instant> pull = exists ? Optional.of(now.plus(PULL)) : Optional.empty();
    pods.put(
        name,
        new PodLife(
            name,
            template,
            now,
            new Start.Pulling(pull),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** Those that do not serve first, then the youngest. */
  private void endSome(int count, Predicate<PodLife> which, Instant now) {
    pods.values().stream()
        .filter(pod -> pod.alive(now))
        .filter(which)
        .sorted(
            Comparator.comparing((PodLife pod) -> pod.ready(now))
                .thenComparing(PodLife::created, Comparator.reverseOrder())
                .thenComparing(PodLife::name))
        .limit(count)
        .toList()
        .forEach(pod -> end(pod, now));
  }

  private void end(PodLife pod, Instant now) {
    pods.put(pod.name(), pod.ended(now, now.plus(nodes.stopTime(pod.name()))));
  }

  Census census(Instant now) {
    String hash = spec.map(each -> each.template().hash()).orElse("");
    List<PodLife> alive = pods.values().stream().filter(pod -> pod.alive(now)).toList();
    List<PodLife> fresh = alive.stream().filter(pod -> pod.template().hash().equals(hash)).toList();
    int available = (int) alive.stream().filter(pod -> available(pod, now)).count();
    int freshAvailable = (int) fresh.stream().filter(pod -> available(pod, now)).count();
    return new Census(
        fresh.size(),
        freshAvailable,
        alive.size() - fresh.size(),
        available - freshAvailable,
        pods.size() - alive.size());
  }

  boolean available(PodLife pod, Instant now) {
    return pod.ready(now) && availableAt(pod).filter(at -> !at.isAfter(now)).isPresent();
  }

  private Optional<Instant> availableAt(PodLife pod) {
    Duration minReady = spec.map(RolloutSpec::minReady).orElse(Duration.ZERO);
    return pod.readyAt().map(at -> at.plus(minReady));
  }
}
