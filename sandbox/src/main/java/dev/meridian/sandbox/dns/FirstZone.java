package dev.meridian.sandbox.dns;

import dev.meridian.sandbox.world.WorldSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The zone with which a world begins: apex records, and one weighted address per region. */
final class FirstZone {
  /** Time to live of the regions' records, seconds. */
  static final int TTL = 60;

  private static final long NS_TTL = 172_800;
  private static final long SOA_TTL = 900;

  private FirstZone() {}

  static Batch of(WorldSpec spec, DnsName zone) {
    List<ZoneChange> changes = new ArrayList<>();
    String server = "ns-1.meridian.test.";
    changes.add(create(RecordSet.simple(key(zone, "NS"), NS_TTL, List.of(server))));
    changes.add(
        create(
            RecordSet.simple(
                key(zone, "SOA"),
                SOA_TTL,
                List.of(server + " hostmaster.meridian.test. 1 7200 900 1209600 60"))));
    DnsName name = DnsName.of(spec.recordName());
    for (WorldSpec.WorldRegion region : spec.regions()) {
      if (region.weight() > 0) {
        RecordKey key = new RecordKey(name, "A", region.code().value());
        changes.add(create(RecordSet.weighted(key, region.weight(), TTL, region.address())));
      }
    }
    return new Batch(Optional.of("the beginning"), true, changes);
  }

  private static RecordKey key(DnsName name, String type) {
    return new RecordKey(name, type, "");
  }

  private static ZoneChange create(RecordSet set) {
    return new ZoneChange(ZoneChange.Action.CREATE, set);
  }
}
