package dev.meridian.region.change;

import dev.meridian.region.Presence;
import dev.meridian.region.Region;
import java.util.ArrayList;
import java.util.List;

/** A region and the service's presence there, as one set of documents describes them. */
record Described(Region region, Presence presence) {
  /** One field of the documents, before and after. */
  private record Field(String name, Object before, Object after) {}

  /**
   * Names of the fields that differ in a way that a release could notice: neither the name for
   * people nor the place on the map.
   */
  List<String> differences(Described now) {
    List<Field> fields = new ArrayList<>();
    Region then = region;
    fields.add(new Field("zone", then.zone(), now.region.zone()));
    fields.add(new Field("cluster", then.cluster(), now.region.cluster()));
    fields.add(new Field("metrics", then.metrics(), now.region.metrics()));
    fields.add(new Field("registry", then.registry(), now.region.registry()));
    fields.add(new Field("failureDomain", then.failureDomain(), now.region.failureDomain()));
    fields.add(new Field("peers", then.peers(), now.region.peers()));
    fields.add(new Field("jurisdiction", then.jurisdiction(), now.region.jurisdiction()));
    fields.add(new Field("mayReceiveFrom", then.mayReceiveFrom(), now.region.mayReceiveFrom()));
    fields.add(new Field("traits", then.traits(), now.region.traits()));
    Presence here = presence;
    fields.add(new Field("role", here.role(), now.presence.role()));
    fields.add(new Field("namespace", here.namespace(), now.presence.namespace()));
    fields.add(new Field("endpoint", here.endpoint(), now.presence.endpoint()));
    fields.add(new Field("dns", here.recordSet(), now.presence.recordSet()));
    fields.add(new Field("demand", here.demand(), now.presence.demand()));
    fields.add(new Field("capacity", here.capacity(), now.presence.capacity()));
    fields.add(new Field("parameters", here.parameters(), now.presence.parameters()));
    fields.add(new Field("metricLabels", here.metricLabels(), now.presence.metricLabels()));
    fields.add(new Field("data", here.data(), now.presence.data()));
    return fields.stream()
        .filter(field -> !field.before().equals(field.after()))
        .map(Field::name)
        .toList();
  }

  /** Whether the law lets it receive less than it did. */
  boolean lawNarrowed(Described now) {
    return !region.jurisdiction().equals(now.region.jurisdiction())
        || !now.region.mayReceiveFrom().containsAll(region.mayReceiveFrom());
  }
}
