package dev.meridian.region;

import static dev.meridian.document.Readings.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.region.Presence.RecordSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PresenceReaderTest {
  private static final int STAGING = 0;
  private static final int CANARY = 1;
  private static final int CAPE_TOWN = 2;

  private final Map<String, Object> tree = ExampleDocuments.checkoutTree();

  @Test
  void example_isRead_inOrderOfTheDocument() {
    List<Presence> presences = ExampleDocuments.presences();

    assertThat(presences).hasSize(11);
    Presence staging = presences.get(STAGING);
    assertThat(staging.role()).isEqualTo(Role.STAGING);
    assertThat(staging.recordSet()).isEmpty();
    assertThat(staging.peak()).isEqualTo(RequestsPerSecond.NONE);
    Presence canary = presences.get(CANARY);
    assertThat(canary.recordSet())
        .contains(new RecordSet("Z0SHOPEXAMPLE", "checkout.shop.example", "A", "ca-central-1"));
    assertThat(canary.peak()).isEqualTo(new RequestsPerSecond(60));
    assertThat(canary.meanDemand()).isCloseTo(39.5, within(1e-9));
    assertThat(canary.capacity()).isEqualTo(new RequestsPerSecond(108));
    assertThat(canary.parameters()).containsEntry("replicas", "3");
  }

  @Test
  void staging_withUsersThings_isRefusedForEach() {
    Map<String, Object> staging = presence(STAGING);
    staging.put("dns", presence(CANARY).get("dns"));
    staging.put("demand", presence(CANARY).get("demand"));
    staging.put("capacity", 1);

    assertThat(told())
        .contains(
            "/presences/0/dns staging has no users",
            "/presences/0/demand staging has no users",
            "/presences/0/capacity staging has no users");
  }

  @Test
  void staging_declaresItsData() {
    assertThat(ExampleDocuments.presences().get(STAGING).data())
        .contains(
            new StagingData(
                new Share(800_000), Duration.ofDays(7), true, List.of("payments-test")));
    assertThat(ExampleDocuments.presences().get(CANARY).data()).isEmpty();
  }

  @Test
  void data_notGoodOrNotOfStaging_isRefusedForEach() {
    presence(STAGING)
        .put("data", Map.of("share", 2, "age", "-P1D", "realDependencies", List.of("Payments")));
    presence(CANARY).put("data", Map.of("share", 0.5, "age", "P1D", "masked", true));

    assertThat(told())
        .contains(
            "/presences/0/data/share share should be 0 to 1: was 2.0",
            "/presences/0/data/age should be an ISO-8601 duration of 0 or more",
            "/presences/0/data/masked field \"masked\" is missing",
            "/presences/1/data only staging declares its data")
        .anyMatch(problem -> problem.startsWith("/presences/0/data/realDependencies/0"));
  }

  @Test
  void users_withoutDnsDemandAndCapacity_isRefusedForEach() {
    presence(CANARY).keySet().removeAll(List.of("dns", "demand"));
    presence(CAPE_TOWN).remove("capacity");

    assertThat(told())
        .containsExactly(
            "/presences/1/dns field \"dns\" is missing",
            "/presences/1/demand field \"demand\" is missing",
            "/presences/2/capacity field \"capacity\" is missing");
  }

  @Test
  void presence_mixOfProblems_reportsThemAll() {
    Map<String, Object> canary = presence(CANARY);
    canary.put("region", "ca-centrall-1");
    canary.put("endpoint", "checkout.example");
    canary.put("metricLabels", Map.of());
    canary.put("demand", Collections.nCopies(23, 5));
    canary.put("capacity", 0);
    Map<String, Object> capeTown = presence(CAPE_TOWN);
    capeTown.put("role", "prod");
    capeTown.put("metricLabels", Map.of("a-b", "c"));
    List<Object> demand = new ArrayList<>(Collections.nCopies(24, 5));
    demand.set(7, -1);
    capeTown.put("demand", demand);
    capeTown.put("parameters", Map.of("replicas", 3));

    assertThat(told())
        .containsExactly(
            "/presences/1/region region is not in the catalogue",
            "/presences/1/endpoint endpoint should be an http or https URL with a host",
            "/presences/1/metricLabels metricLabels should select this presence's series",
            "/presences/1/demand demand should have 24 hours",
            "/presences/1/capacity capacity should be more than 0",
            "/presences/2/role should be one of: staging, canary, production",
            "/presences/2/metricLabels label names should be letters, digits and _",
            "/presences/2/demand/7 requests per second should be 0 or more: was -1.0",
            "/presences/2/parameters/replicas should be text");
  }

  @Test
  void recordSet_wrongInEveryField_isToldForEach() {
    presence(CANARY)
        .put(
            "dns",
            Map.of(
                "zone", "/hostedzone/Z1",
                "name", "Checkout!",
                "type", "MX",
                "setIdentifier", "x".repeat(129)));

    assertThat(told())
        .containsExactlyInAnyOrder(
            "/presences/1/dns/zone zone should be a bare hosted zone id",
            "/presences/1/dns/name record name should be a host name in lower case",
            "/presences/1/dns/type record type should be one of: A, AAAA, CNAME",
            "/presences/1/dns/setIdentifier setIdentifier should have at most 128 characters");
  }

  @Test
  void presences_twins_areRefused() {
    presence(CAPE_TOWN).put("region", "ca-central-1");
    presence(CAPE_TOWN).put("dns", presence(CANARY).get("dns"));

    assertThat(told())
        .containsExactly(
            "/presences/2/region two presences are in this region",
            "/presences/2/dns two presences have this record set");
  }

  @Test
  void presences_none_isRefused() {
    tree.put("presences", List.of());

    assertThat(told()).containsExactly("/presences a service runs somewhere");
  }

  @Test
  void one_alone_isRead() {
    DocumentReader reader = DocumentReader.of(presence(CANARY));

    assertThat(new PresenceReader(ExampleDocuments.catalog()).read(reader).get().role())
        .isEqualTo(Role.CANARY);
  }

  private List<String> told() {
    DocumentReader checkout = DocumentReader.of(tree);
    checkout.leaveRestAlone();
    Reading<List<Presence>> reading =
        checkout.reading(
            new PresenceReader(ExampleDocuments.catalog()).readAll(checkout.required("presences")));
    return problems(reading).stream().map(PresenceReaderTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.pointer() + " " + problem.message();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> presence(int index) {
    return ((List<Map<String, Object>>) tree.getOrDefault("presences", List.of())).get(index);
  }
}
