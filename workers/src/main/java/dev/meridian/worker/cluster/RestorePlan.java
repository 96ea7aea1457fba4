package dev.meridian.worker.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.worker.manifest.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * How one object goes back, field by field.
 *
 * <p>A field that we own now goes back to what it was. A field that we owned before and that the
 * contender no longer names comes back. Every other difference was made by somebody else: it stays,
 * and is reported. For example, if the contender changed the image and afterwards a person changed
 * an environment variable, the image goes back and the variable stays.
 *
 * @param object what to apply: exactly the fields that we should own afterwards
 * @param kept others' later edits, for people
 */
record RestorePlan(KubernetesObject object, List<String> kept) {
  RestorePlan {
    kept = List.copyOf(kept);
  }

  /** The three states of an object from which the way back follows. */
  record States(
      KubernetesObject before, KubernetesObject live, Optional<KubernetesObject> contender) {}

  static RestorePlan of(States states) {
    if (FieldOwners.of(states.live()).isUnknown()) {
      return new RestorePlan(withoutOwners(states.before()), List.of());
    }
    Comparison comparison = new Comparison(states);
    FieldSet back = comparison.back();
    KubernetesObject extracted = new KubernetesObject(back.extract(states.before()));
    return new RestorePlan(
        withReplicas(identified(extracted, states.before()), states), comparison.kept(back));
  }

  /** A new object as it was, for when somebody deleted it. */
  static KubernetesObject withoutOwners(KubernetesObject before) {
    return before.with(tree -> {
      ObjectNode metadata = tree.withObjectProperty("metadata");
      metadata.remove(List.of("managedFields", "uid"));
    });
  }

  private static KubernetesObject identified(KubernetesObject part, KubernetesObject before) {
    return part.with(tree -> {
      tree.put("apiVersion", before.ref().apiVersion()).put("kind", before.kind());
      tree.withObjectProperty("metadata")
          .put("name", before.name())
          .put("namespace", before.namespace());
    });
  }

  /** Never fewer pods than now: the load may have grown since the record was made. */
  private static KubernetesObject withReplicas(KubernetesObject part, States states) {
    JsonNode back = part.at("/spec/replicas");
    int live = states.live().at("/spec/replicas").asInt();
    if (back.isMissingNode() || back.asInt() >= live) {
      return part;
    }
    return part.with(tree -> tree.withObjectProperty("spec").put("replicas", live));
  }

  private static final class Comparison {
    private final States states;
    private final FieldOwners now;
    private final FieldSet oursBefore;
    private final FieldSet oursNow;

    private Comparison(States states) {
      this.states = states;
      this.now = FieldOwners.of(states.live());
      this.oursBefore = FieldOwners.of(states.before()).ours();
      this.oursNow = now.ours();
    }

    private FieldSet back() {
      return oursBefore.plus(oursNow).where(this::goesBack);
    }

    private boolean goesBack(FieldPath path) {
      if (path.equals(FieldPath.FENCE) || path.read(states.before()).isEmpty()) {
        return false;
      }
      return oursNow.contains(path)
          || (path.read(states.live()).isEmpty() && !contenderNames(path));
    }

    private boolean contenderNames(FieldPath path) {
      return states.contender().flatMap(path::read).isPresent();
    }

    private List<String> kept(FieldSet back) {
      SequencedSet<String> kept = new LinkedHashSet<>();
      for (FieldPath path : FieldOwners.sum(now.others()).leaves()) {
        if (!oursNow.contains(path)
            && path.isWished()
            && !path.read(states.before()).equals(path.read(states.live()))) {
          kept.add(name(path) + " was changed by " + String.join(", ", now.othersOf(path)));
        }
      }
      for (FieldPath path : recorded().leaves()) {
        if (path.isWished()
            && path.read(states.live()).isEmpty()
            && path.read(states.before()).isPresent()
            && !back.contains(path)) {
          kept.add(name(path) + " was removed by others");
        }
      }
      return new ArrayList<>(kept);
    }

    private FieldSet recorded() {
      FieldOwners before = FieldOwners.of(states.before());
      return oursBefore.plus(FieldOwners.sum(before.others()));
    }

    private String name(FieldPath path) {
      return states.before().ref() + ": " + path;
    }
  }
}
