package dev.meridian.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.sandbox.dns.DnsWorld.StandingClock;
import dev.meridian.sandbox.dns.DnsWorld.SwitchedFaults;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.InMemoryJournal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

final class Route53ServerTest {
  private final StandingClock clock = new StandingClock();
  private final SwitchedFaults faults = new SwitchedFaults();
  private final InMemoryJournal journal = new InMemoryJournal(clock);
  private final Route53Server server;
  private final Route53Client client;

  Route53ServerTest() throws IOException {
    HostedZones zones = new HostedZones(DnsWorld.SPEC, journal, clock);
    server = Route53Server.start(zones, faults, clock, 0);
    client =
        DnsWorld.builder(server.endpoint())
            .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
  }

  @AfterEach
  void closed() {
    client.close();
    server.close();
  }

  @Test
  void zone_atTheBeginning_hasOneWeightedSetPerRegionWithUsers() {
    assertThat(
            client
                .listResourceRecordSets(r -> r.hostedZoneId(DnsWorld.SPEC.zone()))
                .resourceRecordSets())
        .filteredOn(set -> set.weight() != null)
        .extracting(set -> set.setIdentifier() + " " + set.weight() + " " + set.ttl())
        .containsExactly("eu-b 30 60", "us-a 90 60");
  }

  @Test
  void change_whileAnEarlierOneIsProcessed_isPriorRequestNotComplete() {
    txt("one.shop.example");

    assertThatThrownBy(() -> txt("two.shop.example"))
        .isInstanceOf(PriorRequestNotCompleteException.class);

    clock.advance(1);
    txt("two.shop.example");
    assertThat(journal.entries("dns")).hasSize(3);
  }

  @Test
  void change_beforeAMinute_isPendingAndThenInSync() {
    String change = txt("one.shop.example");

    assertThat(client.getChange(r -> r.id(change)).changeInfo().status())
        .isEqualTo(ChangeStatus.PENDING);
    clock.advance(60);
    assertThat(client.getChange(r -> r.id(change)).changeInfo().status())
        .isEqualTo(ChangeStatus.INSYNC);
  }

  @Test
  void change_whileThrottled_isRefusedAndNotJournaled() {
    faults.on(Fault.Kind.DNS_THROTTLED);

    assertThatThrownBy(() -> txt("one.shop.example"))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.isThrottlingException()).isTrue();
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("Throttling");
            });
    assertThat(journal.entries("dns")).hasSize(1);
  }

  @Test
  void change_ofAGeolocationSet_isRefusedInWords() {
    ResourceRecordSet geo =
        set("geo.shop.example", RRType.A, "192.0.2.1")
            .setIdentifier("x")
            .geoLocation(g -> g.countryCode("KR"))
            .build();

    assertThatThrownBy(() -> change(geo))
        .hasMessageContaining("simple and weighted record sets only");
  }

  @Test
  void request_withoutAuthorization_isRefused() throws Exception {
    URI uri = server.endpoint().resolve("/2013-04-01/hostedzone");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>MissingAuthenticationToken</Code>");
  }

  @Test
  void zones_listed_holdTheOne() {
    assertThat(client.listHostedZones().hostedZones())
        .extracting(zone -> zone.id() + " " + zone.name())
        .containsExactly("Z0SHOPEXAMPLE shop.example.");
    assertThat(client.listHostedZonesByName(r -> r.dnsName("shop.example")).hostedZones())
        .hasSize(1);
    assertThat(client.listHostedZonesByName(r -> r.dnsName("zzz.org")).hostedZones()).isEmpty();
  }

  private String txt(String name) {
    return change(set(name, RRType.TXT, "\"x\"").build());
  }

  private String change(ResourceRecordSet set) {
    List<Change> changes = List.of(Route53Contract.create(set));
    return client
        .changeResourceRecordSets(
            r -> r.hostedZoneId(DnsWorld.SPEC.zone()).changeBatch(b -> b.changes(changes)))
        .changeInfo()
        .id();
  }

  private static ResourceRecordSet.Builder set(String name, RRType type, String value) {
    List<ResourceRecord> records = List.of(ResourceRecord.builder().value(value).build());
    return ResourceRecordSet.builder().name(name).type(type).ttl(60L).resourceRecords(records);
  }
}
