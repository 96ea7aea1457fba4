package dev.meridian.worker;

import dev.meridian.activity.CheckActivities;
import dev.meridian.activity.ClusterActivities;
import dev.meridian.activity.GateActivities;
import dev.meridian.activity.ImageActivities;
import dev.meridian.activity.InquiryActivities;
import dev.meridian.activity.LedgerActivities;
import dev.meridian.activity.NeighbourActivities;
import dev.meridian.activity.PastActivities;
import dev.meridian.activity.PeopleActivities;
import dev.meridian.ledger.Alerts;
import dev.meridian.ledger.Artifacts;
import dev.meridian.ledger.Documents;
import dev.meridian.ledger.ReleaseLedger;
import dev.meridian.ledger.Releases;
import dev.meridian.ledger.knowledge.Changes;
import dev.meridian.ledger.knowledge.Disturbances;
import dev.meridian.ledger.knowledge.Incidents;
import dev.meridian.ledger.plan.PlanMaterial;
import dev.meridian.ledger.plan.Plans;
import dev.meridian.worker.check.LoadRecords;
import dev.meridian.worker.check.ServiceChecks;
import dev.meridian.worker.cluster.Clusters;
import dev.meridian.worker.cluster.KubernetesActivities;
import dev.meridian.worker.cluster.OutsideLooks;
import dev.meridian.worker.frozen.DocumentsNow;
import dev.meridian.worker.frozen.FrozenReleases;
import dev.meridian.worker.frozen.FrozenRollouts;
import dev.meridian.worker.frozen.LedgerFrozenRollouts;
import dev.meridian.worker.image.Registry;
import dev.meridian.worker.image.RegistryActivities;
import dev.meridian.worker.ledger.HarmRecord;
import dev.meridian.worker.ledger.LedgerBookkeeping;
import dev.meridian.worker.ledger.LedgerNeighbours;
import dev.meridian.worker.manifest.PlainManifestRenderer;
import dev.meridian.worker.manifest.RolloutManifests;
import dev.meridian.worker.metrics.MetricsInquiryActivities;
import dev.meridian.worker.metrics.PrometheusClients;
import dev.meridian.worker.metrics.PrometheusGateActivities;
import dev.meridian.worker.metrics.PrometheusPastActivities;
import dev.meridian.worker.people.WebhookPager;
import dev.meridian.worker.traffic.Route53TrafficActivities;
import io.micronaut.context.BeanLocator;

/** Every room of the worker with its outside system, ready to be put on the task queues. */
record ActivityRooms(
    LedgerActivities ledger,
    NeighbourActivities neighbours,
    ImageActivities images,
    ClusterActivities clusters,
    CheckActivities checks,
    GateActivities gates,
    InquiryActivities inquiries,
    PastActivities past,
    Route53TrafficActivities traffic,
    PeopleActivities people,
    Clusters connections)
    implements AutoCloseable {

  /**
   * @param ports where the ledger's ports are found
   */
  static ActivityRooms furnish(BeanLocator ports, WorkerSettings settings) {
    ReleaseLedger ledger = ports.getBean(ReleaseLedger.class);
    Artifacts artifacts = ports.getBean(Artifacts.class);
    Plans plans = ports.getBean(Plans.class);
    FrozenReleases known =
        new FrozenReleases(ports.getBean(Documents.class), ports.getBean(Releases.class), plans);
    FrozenRollouts frozen = new LedgerFrozenRollouts(known, plans);
    Clock clock = new Clock(settings.pace());
    RegionLedger regions = new RegionLedger(ledger, clock);
    Clusters connections = new Clusters(settings.kubeconfig());
    OutsideView view = new OutsideLooks(frozen, connections, settings.hostAliases());
    Registry registry = new Registry(settings.hostAliases(), settings.secrets());
    RolloutManifests manifests = new RolloutManifests(new PlainManifestRenderer(), artifacts);
    LoadRecords loads = new LoadRecords(ledger, artifacts);
    PrometheusClients metrics = new PrometheusClients(settings);
    return new ActivityRooms(
        bookkeeping(ports, known, frozen, clock),
        new LedgerNeighbours(ledger, clock),
        new RegistryActivities(frozen, regions, registry),
        new KubernetesActivities(
            new KubernetesActivities.Ports(
                frozen, ledger, artifacts, manifests, registry, view, clock),
            connections),
        new ServiceChecks(
            new ServiceChecks.Ports(frozen, regions, manifests, loads, metrics, settings),
            connections),
        new PrometheusGateActivities(
            frozen,
            ledger,
            artifacts,
            ports.getBean(Alerts.class),
            ports.getBean(Changes.class),
            ports.getBean(Disturbances.class),
            clock,
            metrics,
            view),
        new MetricsInquiryActivities(metrics),
        new PrometheusPastActivities(metrics),
        new Route53TrafficActivities(frozen, ledger, artifacts, settings, clock),
        new WebhookPager(ledger, settings),
        connections);
  }

  private static LedgerActivities bookkeeping(
      BeanLocator ports, FrozenReleases known, FrozenRollouts frozen, Clock clock) {
    ReleaseLedger ledger = ports.getBean(ReleaseLedger.class);
    DocumentsNow documents =
        new DocumentsNow(
            ports.getBean(Documents.class),
            known,
            ports.getBean(Plans.class),
            ports.getBean(PlanMaterial.class));
    HarmRecord harm =
        new HarmRecord(
            ports.getBean(Incidents.class), ledger, ports.getBean(Artifacts.class), frozen, clock);
    return new LedgerBookkeeping(
        ledger, ports.getBean(Releases.class), frozen, documents, harm, clock);
  }

  Object[] shortEffects() {
    return new Object[] {images, clusters, checks, inquiries, past, people};
  }

  Object[] longLooks() {
    return new Object[] {gates, clusters, neighbours};
  }

  Object[] recovery() {
    return new Object[] {clusters, traffic};
  }

  @Override
  public void close() {
    traffic.close();
    connections.close();
  }
}
