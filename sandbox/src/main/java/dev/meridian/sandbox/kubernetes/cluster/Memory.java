package dev.meridian.sandbox.kubernetes.cluster;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ObjectKey;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import dev.meridian.sandbox.world.Journal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a cluster remembers over a restart: it writes the journal, and folds it at the start. */
record Memory(RegionCode region, Journal journal, ObjectStore store, Controllers controllers) {
  /**
   * More than controllers can report between two writes: revisions never repeat after a restart.
   */
  private static final long RESTART_GAP = 1_000_000;

  /** World time of the entry, once it is on disk. */
  Instant append(Write write) {
    return journal.append(Write.KIND, write.payload(region)).at();
  }

  String newUid(ObjectKey key) {
    String about = region + "/" + key.kind().resource() + "/" + key.namespace() + "/" + key.name();
    String text = about + "/" + (store.revision() + 1);
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Folds the journal; the first time, or when that was cut short, stores the beginning. */
  void recall(Beginning beginning) {
    boolean begun = replay();
    if (begun) {
      store.passRevision(store.revision() + RESTART_GAP);
    } else {
      beginning.objects().forEach(object -> begin(object, beginning));
    }
    append(new Write.Started(store.revision()));
  }

  private boolean replay() {
    boolean begun = false;
    for (Journal.Entry entry : journal.entries(Write.KIND)) {
      if (Write.concerns(entry, region)) {
        Write write = Write.of(entry);
        restore(write, entry.at());
        begun |= write instanceof Write.Started;
      }
    }
    return begun;
  }

  private void restore(Write write, Instant at) {
    store.passRevision(write.revision());
    switch (write) {
      case Write.Stored(long revision, ApiObject object, Optional<Instant> effective) -> {
        ObjectKey key = ObjectKey.of(ResourceKinds.of(object).orElseThrow(), object);
        object.metadata().put("resourceVersion", Long.toString(revision));
        store.restore(key, object);
        controllers.stored(key, object, effective.orElse(at));
      }
      case Write.Removed(_, ObjectKey key, boolean orphan) -> {
        Optional<ApiObject> before = store.get(key);
        store.forget(key);
        before.filter(_ -> !orphan).ifPresent(each -> controllers.removed(each.uid(), at));
      }
      case Write.PodDeleted(_, String owner, String pod) -> controllers.podDeleted(owner, pod, at);
      case Write.Started _ -> {}
    }
  }

  /** What is there already stays. */
  private void begin(ApiObject sent, Beginning beginning) {
    ResourceKind kind = ResourceKinds.of(sent).orElseThrow();
    ObjectKey key = ObjectKey.of(kind, sent);
    if (store.get(key).isEmpty()) {
      WriteOptions options = WriteOptions.by(beginning.manager());
      ApiObject object =
          new Admission(kind, options, beginning.effective()).create(sent, newUid(key));
      append(new Write.Stored(store.revision() + 1, object, Optional.of(beginning.effective())));
      controllers.stored(key, store.put(key, object), beginning.effective());
    }
  }
}
