package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.region.RegionCode;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.ShortRetries;
import dev.meridian.worker.manifest.KubernetesObject;
import dev.meridian.worker.manifest.ObjectRef;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One cluster as this activity sees it: objects in, objects out, failures as codes. Reads and
 * writes are tried a few times; writes are safe to repeat because each names the version it
 * replaces.
 */
public final class Cluster {
  private final KubernetesClient client;
  private final RegionCode region;
  private final Pulse pulse;

  Cluster(KubernetesClient client, RegionCode region, Pulse pulse) {
    this.client = client;
    this.region = region;
    this.pulse = pulse;
  }

  public RegionCode region() {
    return region;
  }

  public Optional<KubernetesObject> read(ObjectRef ref) {
    return call(
        "reading " + ref, () -> Optional.ofNullable(resource(ref).get()).map(Cluster::object));
  }

  public List<KubernetesObject> list(ObjectRef any) {
    return call(
        "listing " + any.kind(),
        () ->
            client
                .genericKubernetesResources(any.apiVersion(), any.kind())
                .inNamespace(any.namespace())
                .list()
                .getItems()
                .stream()
                .map(Cluster::object)
                .toList());
  }

  boolean namespaceExists(String namespace) {
    return call(
        "reading Namespace " + namespace,
        () -> Optional.ofNullable(client.namespaces().withName(namespace).get()).isPresent());
  }

  /** Creates; fails with CLUSTER_CONFLICT when it exists. */
  public KubernetesObject create(KubernetesObject object) {
    return call(
        "creating " + object.ref(),
        () -> object(in(object.ref()).resource(generic(object)).create()));
  }

  /**
   * Server-side apply as {@code meridian}, taking over fields of other owners. The object carries
   * the {@code resourceVersion} it was made from, so CLUSTER_CONFLICT when it has changed since.
   */
  KubernetesObject apply(KubernetesObject object) {
    return call(
        "applying " + object.ref(),
        () ->
            object(
                in(object.ref())
                    .resource(generic(object))
                    .fieldManager(FieldOwners.MERIDIAN)
                    .forceConflicts()
                    .serverSideApply()));
  }

  /** A JSON patch (RFC 6902). */
  KubernetesObject patch(ObjectRef ref, String operations) {
    return call(
        "patching " + ref,
        () -> object(resource(ref).patch(PatchContext.of(PatchType.JSON), operations)));
  }

  /** Deletes exactly the version that was read; gone already is fine. */
  public void delete(KubernetesObject live) {
    String version = live.at("/metadata/resourceVersion").asText();
    var gone =
        call(
            "deleting " + live.ref(),
            () -> in(live.ref()).resource(generic(live)).lockResourceVersion(version).delete());
    assert gone != null;
  }

  /** The last lines of a pod's log. */
  public String log(String namespace, String pod, int lines) {
    return call(
        "reading the log of Pod " + pod,
        () -> client.pods().inNamespace(namespace).withName(pod).tailingLines(lines).getLog());
  }

  /**
   * Calls back on every change of an object until closed, or until the cluster ends the watch: a
   * watch only shortens the wait for the next look, it never replaces it.
   */
  AutoCloseable watch(ObjectRef ref, Runnable changed) {
    try {
      return resource(ref).watch(new ChangeWatcher(changed));
    } catch (KubernetesClientException e) {
      return () -> {};
    }
  }

  /** Whether the API server answers, whatever it says. One try. */
  boolean answers() {
    try {
      client.raw("/readyz");
      return true;
    } catch (KubernetesClientException e) {
      return e.getCode() > 0 && e.getCode() < 500;
    }
  }

  private <T> T call(String doing, Supplier<T> request) {
    return ShortRetries.call(pulse, () -> translated(doing, request));
  }

  private <T> T translated(String doing, Supplier<T> request) {
    pulse.check();
    try {
      return request.get();
    } catch (KubernetesClientException e) {
      throw ClusterFailures.of(region, doing, e);
    }
  }

  private Resource<GenericKubernetesResource> resource(ObjectRef ref) {
    return in(ref).withName(ref.name());
  }

  private NonNamespaceOperation<GenericKubernetesResource, ?, Resource<GenericKubernetesResource>>
      in(ObjectRef ref) {
    if (ref.namespace().isEmpty()) {
      throw ActivityFailures.of(
          FailureCode.CLUSTER_REFUSED, ref + " is in no namespace: Meridian does not touch it");
    }
    return client
        .genericKubernetesResources(ref.apiVersion(), ref.kind())
        .inNamespace(ref.namespace());
  }

  private static GenericKubernetesResource generic(KubernetesObject object) {
    return Serialization.unmarshal(object.canonical(), GenericKubernetesResource.class);
  }

  private static KubernetesObject object(GenericKubernetesResource resource) {
    return KubernetesObject.parse(Serialization.asJson(resource));
  }
}
