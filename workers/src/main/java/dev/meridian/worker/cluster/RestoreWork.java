package dev.meridian.worker.cluster;

import dev.meridian.release.ReleaseId;
import dev.meridian.worker.cluster.FencedWriter.Change;
import dev.meridian.worker.cluster.Inventory.Entry;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ManifestSet;
import dev.meridian.worker.manifest.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The writes of one restore. Order: what was there goes back, workloads last; then the contender's
 * own workloads go; then the pods of the incumbent are awaited; and only then the settings that the
 * contender's last pods may still have needed.
 */
final class RestoreWork {
  private final Workplace place;
  private final Fence fence;
  private final List<ReleaseId> guests;
  private final ManifestSet contender;
  private final FencedWriter writer;
  private final SequencedSet<String> kept = new LinkedHashSet<>();
  private final SequencedSet<ObjectRef> removed = new LinkedHashSet<>();

  /**
   * @param guests younger releases that have been here and have left: what they put back was ours
   */
  RestoreWork(Workplace place, Fence fence, List<ReleaseId> guests, ManifestSet contender) {
    this.place = place;
    this.fence = fence;
    this.guests = List.copyOf(guests);
    this.contender = contender;
    this.writer = new FencedWriter(place.cluster(), fence, () -> {}, place.pulse());
  }

  List<String> kept() {
    return new ArrayList<>(kept);
  }

  /** The sentence of the outcome. */
  String run(Inventory inventory, Duration readyWithin) throws Exception {
    Autoscalers autoscalers =
        Autoscalers.of(place.cluster(), place.frozen().presence().namespace(), List.of());
    List<KubernetesObject> existing =
        inventory.existing().stream()
            .sorted(Comparator.comparing(RolloutProgress::appliesTo))
            .toList();
    existing.forEach(before -> putBack(before, autoscalers));
    removeAll(inventory, false);
    List<ObjectRef> workloads =
        existing.stream().filter(RolloutProgress::appliesTo).map(KubernetesObject::ref).toList();
    int pods = new ReadyWait(place.cluster(), place.pulse(), fence).await(workloads, readyWithin);
    removeAll(inventory, true);
    return existing.size()
        + " objects are as they were, "
        + (removed.isEmpty() ? "" : removed.size() + " that only the contender brought deleted, ")
        + pods
        + " pods of the incumbent are ready"
        + (kept.isEmpty() ? "" : "; " + kept.size() + " later edits of others were kept");
  }

  private void putBack(KubernetesObject before, Autoscalers autoscalers) {
    writer.write(before.ref(), live -> new Change.Put(back(before, live, autoscalers)));
  }

  private KubernetesObject back(
      KubernetesObject before, Optional<KubernetesObject> live, Autoscalers autoscalers) {
    if (live.isEmpty()) {
      kept.add(before.ref() + " was deleted by others, and is made again as it was");
      return RestorePlan.withoutOwners(before);
    }
    Optional<KubernetesObject> wanted =
        contender.objects().stream().filter(o -> o.ref().equals(before.ref())).findFirst();
    RestorePlan plan = RestorePlan.of(new RestorePlan.States(before, live.get(), wanted));
    kept.addAll(plan.kept());
    return autoscalers.withoutReplicas(plan.object(), live);
  }

  private void removeAll(Inventory inventory, boolean settings) {
    for (Entry entry : inventory.entries()) {
      if (entry instanceof Entry.Absent(ObjectRef ref)
          && ref.kind().equals("ConfigMap") == settings) {
        writer.write(ref, live -> live.map(this::removal).orElseGet(Change.Leave::new));
      }
    }
  }

  /** Only what this release brought: an object of others that came meanwhile stays. */
  private Change removal(KubernetesObject live) {
    Optional<ReleaseId> writer = Fence.of(live).map(Fence::release);
    if (writer.filter(it -> it.equals(fence.release()) || guests.contains(it)).isPresent()) {
      removed.add(live.ref());
      return new Change.Remove();
    }
    kept.add(live.ref() + " was created by others meanwhile");
    return new Change.Leave();
  }
}
