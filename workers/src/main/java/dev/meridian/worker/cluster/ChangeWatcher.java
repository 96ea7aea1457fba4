package dev.meridian.worker.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;

/** Turns any event of a watch into one callback. */
final class ChangeWatcher implements Watcher<GenericKubernetesResource> {
  private final Runnable changed;

  ChangeWatcher(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public void eventReceived(Action action, GenericKubernetesResource resource) {
    changed.run();
  }

  @Override
  public void onClose(WatcherException cause) {
    // The one who waits also looks by itself; a watch that breaks is only less quick.
  }
}
