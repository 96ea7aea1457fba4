package dev.meridian.worker.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.sandbox.dns.Batch;
import dev.meridian.sandbox.dns.DnsName;
import dev.meridian.sandbox.dns.RecordKey;
import dev.meridian.sandbox.dns.RecordSet;
import dev.meridian.sandbox.dns.ZoneChange;
import dev.meridian.worker.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;

final class HostedZoneTest {
  private static final WeightedName NAME =
      new WeightedName("Z0SHOPEXAMPLE", "checkout.shop.example.", "A");

  private final TrafficWorld world = new TrafficWorld();
  private final Route53Client client = Route53Clients.of(world.settings(world.endpoint()));
  private final HostedZone zone =
      new HostedZone(
          client,
          new RequestBudget(1000, System::nanoTime),
          RequestBudget.Use.EVACUATION,
          Pulse.silent());

  @AfterEach
  void closed() {
    client.close();
    world.close();
  }

  @Test
  void records_beyondTheFirstPage_areRead() {
    List<ZoneChange> changes = new ArrayList<>();
    for (int i = 0; i < 350; i++) {
      String child = String.format(Locale.ROOT, "0-%03d.%s", i, TrafficWorld.NAME);
      changes.add(txt(child, "\"child\""));
    }
    changes.add(txt("_meridian." + TrafficWorld.NAME, "\"v1 7 somebody\""));
    changes.add(txt(TrafficWorld.NAME, "\"of the name itself\""));
    changes.add(txt("zzz.shop.example", "\"beyond\""));
    world.zones.submit(new Batch(Optional.empty(), false, changes));

    NameRecords records = zone.read(NAME);

    assertThat(records.sets()).hasSize(10);
    assertThat(records.otherTypes()).containsExactly("TXT");
    assertThat(records.token()).contains(new FencingToken(7, "somebody"));
  }

  @Test
  void name_beforeItsFirstChange_hasNoToken() {
    NameRecords records = zone.read(NAME);

    assertThat(records.token()).isEmpty();
    assertThat(records.tokenNumber()).isZero();
    assertThat(records.tokenUnreadable()).isFalse();
  }

  private static ZoneChange txt(String name, String value) {
    RecordKey key = new RecordKey(DnsName.of(name), "TXT", "");
    return new ZoneChange(ZoneChange.Action.CREATE, RecordSet.simple(key, 60, List.of(value)));
  }
}
