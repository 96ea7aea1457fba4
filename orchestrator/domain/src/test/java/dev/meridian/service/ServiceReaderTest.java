package dev.meridian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.meridian.document.Problem;
import dev.meridian.document.Reading;
import dev.meridian.gate.GateSpec;
import dev.meridian.region.CatalogReader;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceReaderTest {
  private final RegionCatalog catalog = catalog();
  private final ServiceDocument document = ServiceDocument.example("checkout.yaml");

  @Test
  void read_exampleService_isReadInFull() {
    ServiceSpec service = valid();

    assertThat(service.name()).hasToString("checkout");
    assertThat(service.image().repository()).isEqualTo("shop/checkout");
    assertThat(service.presences()).hasSize(11);
    assertThat(service.presence(new RegionCode("us-east-1")).orElseThrow().role())
        .isEqualTo(Role.PRODUCTION);
    assertThat(service.checks())
        .extracting(CheckSpec::name)
        .containsExactly("integration", "migration-dry-run", "load");
    assertThat(service.gates())
        .extracting(GateSpec::name)
        .containsExactly("errors", "latency", "memory", "cpu", "baskets");
    assertThat(service.revisionLabel()).isEqualTo("revision");
    assertThat(service.release())
        .isEqualTo(
            new ReleasePolicy(
                Share.ofFraction(0.01),
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                Duration.ofHours(6),
                Share.ofFraction(0.33),
                true,
                WhileActive.WAIT,
                Overlap.NONE));
  }

  @Test
  void read_withoutPolicy_takesDefaultsAndMovesNoTraffic() {
    document.remove("/policy");

    ReleasePolicy policy = valid().release();

    assertThat(policy.alpha()).isEqualTo(Share.ofFraction(0.01));
    assertThat(policy.inconclusiveDeadline()).isEqualTo(Duration.ofHours(1));
    assertThat(policy.evacuate()).isFalse();
  }

  @Test
  void read_loadCheckWithoutTimeout_getsItsDurationAndSomeToSettle() {
    document.remove("/checks/2/timeout");

    assertThat(valid().checks().get(2).timeout()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void read_loadCheckWithoutResources_hasNone() {
    document.remove("/checks/2/resources");

    assertThat(valid().checks().get(2))
        .isInstanceOfSatisfying(
            CheckSpec.Load.class, load -> assertThat(load.resources()).isEmpty());
  }

  static Stream<Arguments> spoiltWhole() {
    return Stream.of(
        arguments("/image", "shop/checkout:1.2", "/image", "should be repository@sha256"),
        arguments("/name", "Check Out", "/name", "service name"),
        arguments("/revisionLabel", "a-b", "/revisionLabel", "metric label"),
        arguments("/gates", List.of(), "/gates", "no critical gate is of kind ratio"),
        arguments("/gates/1/name", "errors", "/gates/1/name", "also the name of /gates/0"),
        arguments("/checks/1/name", "load", "/checks/2/name", "also the name of /checks/1"),
        arguments(
            "/presences/3/region", "me-central-7", "/presences/3/region", "not in the catalogue"),
        arguments("/presences/3/region", "us-east-1", "/presences/10/region", "in this region"),
        arguments("/presences/3/capacity", 10, "/presences/3/capacity", "busiest hour, 64.0"),
        arguments(
            "/presences/3/dns/setIdentifier", "us-east-1", "/presences/10/dns", "this record set"),
        arguments(
            "/presences/3/parameters/replicsa",
            "3",
            "/presences/3/parameters/replicsa",
            "used nowhere"),
        arguments(
            "/presences/3/parameters/image", "x", "/presences/3/parameters/image", "cannot be set"),
        arguments(
            "/template/parameters/unused", "x", "/template/parameters/unused", "used nowhere"),
        arguments(
            "/template/manifests",
            "image: ${image}",
            "/template/manifests",
            "never uses ${revision}"),
        arguments(
            "/template/manifests",
            "label: ${revision}",
            "/template/manifests",
            "never uses ${image}"));
  }

  static Stream<Arguments> spoiltChecksAndPolicy() {
    return Stream.of(
        arguments("/checks/0/kind", "smoke", "/checks/0/kind", "should be one of"),
        arguments("/checks/0/url", "checks.example", "/checks/0/url", "http or https"),
        arguments("/checks/0/url", "http://x/${image}", "/checks/0/url", "${region} and"),
        arguments("/checks/0/secret", "S 1", "/checks/0/secret", "a-z"),
        arguments("/checks/0/roles", List.of(), "/checks/0/roles", "at least one"),
        arguments("/checks/0/roles/1", "canery", "/checks/0/roles/1", "should be one of"),
        arguments("/checks/0/timeout", "PT2H", "/checks/0/timeout", "at most PT1H"),
        arguments("/checks/1/manifest", "kind: Pod", "/checks/1/manifest", "one Kubernetes Job"),
        arguments("/checks/2/roles/0", "canary", "/checks/2/roles", "where there are users"),
        arguments("/checks/2/rate", 0, "/checks/2/rate", "over 0"),
        arguments("/checks/2/path", "api", "/checks/2/path", "begin with /"),
        arguments("/checks/2/duration", "PT30S", "/checks/2/duration", "shorter than the timeout"),
        arguments("/checks/2/limits", Map.of(), "/checks/2/limits", "no limit"),
        arguments("/checks/2/limits/errors", 2, "/checks/2/limits/errors", "0 to 1"),
        arguments("/checks/2/limits/p99", "PT0S", "/checks/2/limits/p99", "over 0"),
        arguments(
            "/checks/2/resources/1/name", "cpu", "/checks/2/resources/1/name", "also the name of"),
        arguments("/checks/2/resources/0/query", "up", "/checks/2/resources/0/query", "${labels}"),
        arguments(
            "/checks/2/resources/0/query",
            "up{${labels},a=\"${b}\"}",
            "/checks/2/resources/0/query",
            "${window} only"),
        arguments(
            "/checks/2/resources/0/maxOverIncumbent",
            1,
            "/checks/2/resources/0/maxOverIncumbent",
            "above 1"),
        arguments("/policy/alpha", 0, "/policy/alpha", "over 0"),
        arguments("/policy/restoreShare", 1.5, "/policy/restoreShare", "at most 1"),
        arguments("/policy/readyDeadline", "P8D", "/policy/readyDeadline", "PT1M to P7D"),
        arguments("/polices", Map.of(), "/polices", "not known here"));
  }

  @ParameterizedTest
  @MethodSource({"spoiltWhole", "spoiltChecksAndPolicy"})
  void read_spoiltAtOnePlace_namesThePlaceAndTheRemedy(
      String pointer, Object value, String expectedPointer, String expectedMessage) {
    document.set(pointer, value);

    assertThat(problems())
        .anySatisfy(problem -> {
          assertThat(problem.pointer()).isEqualTo(expectedPointer);
          assertThat(problem.message()).contains(expectedMessage);
          assertThat(problem.remedy()).isNotBlank();
        });
  }

  @Test
  void read_parameterWithoutValueAnywhere_isOneProblemOfTheTemplate() {
    document.remove("/template/parameters/currency");

    assertThat(problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.pointer()).isEqualTo("/template/parameters");
          assertThat(problem.message()).contains("${currency}");
        });
  }

  @Test
  void read_parameterWithoutValueInTwoPresences_isAProblemOfEach() {
    document.remove("/template/parameters/replicas");
    document.remove("/presences/4/parameters/replicas");

    assertThat(problems())
        .extracting(Problem::pointer)
        .containsExactly("/presences/0/parameters", "/presences/4/parameters");
  }

  @Test
  void read_nobodyServed_isAProblem() {
    Object staging = document.at("/presences/0");
    document.set("/presences", List.of(staging));

    assertThat(problems()).extracting(Problem::message).containsExactly("no presence has users");
  }

  @Test
  void read_severalPlacesSpoilt_reportsAllInTheOrderOfTheDocument() {
    document.set("/image", "shop/checkout").set("/checks/2/rate", -1).set("/policy/alpha", "x");
    document.set("/presences/1/region", "nowhere").remove("/name");

    assertThat(problems())
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/name", "/image", "/checks/2/rate", "/policy/alpha", "/presences/1/region");
  }

  @Test
  void read_noObject_isAProblem() {
    assertThat(ServiceReader.read(List.of(), catalog)).isInstanceOf(Reading.Invalid.class);
  }

  private ServiceSpec valid() {
    return switch (ServiceReader.read(document.tree(), catalog)) {
      case Reading.Valid<ServiceSpec>(ServiceSpec service) -> service;
      case Reading.Invalid<ServiceSpec>(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  private List<Problem> problems() {
    return switch (ServiceReader.read(document.tree(), catalog)) {
      case Reading.Valid<ServiceSpec>(ServiceSpec service) ->
          throw new AssertionError("should not be valid: " + service);
      case Reading.Invalid<ServiceSpec>(List<Problem> problems) -> problems;
    };
  }

  private static RegionCatalog catalog() {
    return switch (CatalogReader.read(ServiceDocument.example("catalog.yaml").tree())) {
      case Reading.Valid<RegionCatalog>(RegionCatalog regions) -> regions;
      case Reading.Invalid<RegionCatalog>(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }
}
