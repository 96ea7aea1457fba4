package dev.meridian.sandbox.dns;

import dev.meridian.pace.Pace;
import dev.meridian.sandbox.world.InMemoryJournal;
import dev.meridian.sandbox.world.WorldClock;
import java.io.IOException;
import java.time.Instant;
import software.amazon.awssdk.services.route53.Route53Client;

/** The sandbox's Route 53 under the contract, in a world that is fast enough not to wait for. */
final class SandboxRoute53Test extends Route53Contract {
  private final WorldClock clock =
      WorldClock.of(new Pace(Instant.now(), DnsWorld.BEGINS.plusSeconds(60), 240));
  private final Route53Server server;
  private final Route53Client client;

  SandboxRoute53Test() throws IOException {
    HostedZones zones = new HostedZones(DnsWorld.SPEC, new InMemoryJournal(clock), clock);
    server = Route53Server.start(zones, new DnsWorld.SwitchedFaults(), clock, 0);
    client = DnsWorld.client(server.endpoint());
  }

  @Override
  void close() {
    client.close();
    server.close();
  }

  @Override
  Route53Client client() {
    return client;
  }

  @Override
  String zoneId() {
    return DnsWorld.SPEC.zone();
  }

  @Override
  String name() {
    return "contract.shop.example.";
  }
}
