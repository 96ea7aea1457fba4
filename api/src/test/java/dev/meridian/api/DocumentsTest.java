package dev.meridian.api;

import static dev.meridian.api.TestApi.YAML;
import static dev.meridian.api.TestApi.example;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.api.FakeInquirer.Silence;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final String CATALOG = "/api/v1/catalog";
  private static final String CHECKOUT = "/api/v1/services/checkout";

  private final TestApi api = new TestApi();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void putCatalog_example_isVersionOneAndReadsBackInBothForms() {
    Rest.Answer put = rest.put(CATALOG, YAML, example("catalog.yaml"));

    assertThat(put.status()).as(put.body()).isEqualTo(201);
    assertThat(put.header("ETag")).isEqualTo("\"1\"");
    assertThat(put.json().at("/document/actor").asText()).isEqualTo("admin");
    Rest.Answer json = rest.get(CATALOG);
    assertThat(json.header("Content-Type")).startsWith("application/json");
    assertThat(json.header("ETag")).isEqualTo("\"1\"");
    assertThat(json.json().path("regions")).hasSize(11);
    Rest.Answer yaml = rest.get(CATALOG, "Accept", YAML);
    assertThat(yaml.header("Content-Type")).startsWith(YAML);
    assertThat(rest.put(CATALOG, YAML, yaml.body()).json().path("changed").asBoolean()).isFalse();
  }

  @Test
  void putCatalog_equalContent_makesNoNewVersion() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String json = rest.get(CATALOG).body();

    Rest.Answer again = rest.put(CATALOG, "application/json", json);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("changed").asBoolean()).isFalse();
    assertThat(rest.get(CATALOG + "/versions").json().path("versions")).hasSize(1);
  }

  @Test
  void putCatalog_twoRegionsWithOneCodeAndMore_namesEachAndChangesNothing() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String spoilt =
        example("catalog.yaml")
            .replace("code: us-east-1", "code: eu-west-3")
            .replace("zone: Asia/Tokyo", "zone: Asia/Tokio");

    Rest.Answer answer = rest.put(CATALOG, "text/yaml", spoilt);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.problem()).isEqualTo("invalid-document");
    assertThat(pointers(answer)).containsKeys("/regions/10/code", "/regions/7/zone");
    assertThat(rest.get(CATALOG).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void putCatalog_ofAnotherVersionThanSeen_isRefusedNamingTheCurrentOne() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String second = example("catalog.yaml").replace("name: Paris", "name: Paname");
    assertThat(rest.put(CATALOG, YAML, second, "If-Match", "\"1\"").header("ETag"))
        .isEqualTo("\"2\"");

    Rest.Answer late =
        rest.put(CATALOG, YAML, second.replace("Paname", "Lutetia"), "If-Match", "\"1\"");

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.problem()).isEqualTo("version-conflict");
    assertThat(late.json().path("current").asInt()).isEqualTo(2);
    assertThat(rest.get(CATALOG + "?version=1").body()).contains("Paris");
    assertThat(rest.get(CATALOG + "?version=3").problem()).isEqualTo("unknown-version");
    assertThat(rest.put(CATALOG, YAML, second, "If-Match", "two").problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void putCatalog_thatStrandsAService_isStoredWithAWarning() {
    api.described();
    String without = example("catalog.yaml").replace("code: eu-west-3", "code: eu-west-9");

    Rest.Answer answer = rest.put(CATALOG, YAML, without);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/warnings/0").asText())
        .contains("checkout")
        .contains("/presences/0/region");
    assertThat(rest.post("/api/v1/plans", "{\"service\":\"checkout\"}").problem())
        .isEqualTo("not-plannable");
  }

  @Test
  void getRegion_unknown_namesTheNearest() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));

    assertThat(rest.get(CATALOG + "/regions/eu-west-3").json().path("name").asText())
        .isEqualTo("Paris");
    Rest.Answer unknown = rest.get(CATALOG + "/regions/eu-west-4");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.detail()).contains("eu-west-3");
  }

  @Test
  void putService_withoutCatalogue_saysToDescribeTheRegionsFirst() {
    Rest.Answer answer = rest.put(CHECKOUT, YAML, example("checkout.yaml"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.detail()).contains("PUT /api/v1/catalog");
    assertThat(rest.get(CATALOG).problem()).isEqualTo("unknown-catalog");
  }

  @Test
  void putService_example_isStoredAfterItsGatesWereChecked() {
    api.described();

    assertThat(api.inquirer().asked()).hasSize(1);
    assertThat(api.inquirer().asked().getFirst().queries())
        .contains(
            "http_requests_total{region=\"ca-central-1\",service=\"checkout\",code=~\"5..\"}");
    assertThat(api.inquirer().asked().getFirst().histograms()).hasSize(1);
    assertThat(rest.get("/api/v1/services").json().at("/services/0").asText())
        .isEqualTo("checkout");
    assertThat(rest.get(CHECKOUT + "/versions").json().path("versions")).hasSize(1);
  }

  @Test
  void putService_equalContent_asksNobodyAgain() {
    api.described();

    Rest.Answer again = rest.put(CHECKOUT, YAML, example("checkout.yaml"));

    assertThat(again.json().path("changed").asBoolean()).isFalse();
    assertThat(api.inquirer().asked()).hasSize(1);
  }

  @Test
  void putService_manyFaults_reportsAllAtOnce() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String spoilt =
        example("checkout.yaml")
            .replaceFirst("@sha256:1{64}", ":latest")
            .replace("region: me-central-1\n", "region: me-central-2\n")
            .replace("capacity: 86", "capacity: 8")
            .replace("    ceiling: 0.05\n", "");

    Rest.Answer answer = rest.put(CHECKOUT, YAML, spoilt);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer))
        .containsKeys("/image", "/presences/3/region", "/presences/2/capacity", "/gates/1/ceiling");
    assertThat(answer.json().at("/errors/0/remedy").asText()).isNotBlank();
    assertThat(rest.get(CHECKOUT).status()).isEqualTo(404);
  }

  @Test
  void putService_underAnotherName_isRefused() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));

    Rest.Answer answer = rest.put("/api/v1/services/cart", YAML, example("checkout.yaml"));

    assertThat(pointers(answer)).containsOnlyKeys("/name");
  }

  @Test
  void putService_queryThatCannotBeParsed_isAProblemAtItsPlace() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String broken =
        example("checkout.yaml").replace("max(process_resident", "max(broken_process_resident");

    Rest.Answer answer = rest.put(CHECKOUT, YAML, broken);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer))
        .containsOnlyKeys("/gates/2/query", "/checks/2/resources/1/query")
        .allSatisfy((_, said) -> assertThat(said).contains("unexpected \"broken\""));
    assertThat(rest.get(CHECKOUT).status()).isEqualTo(404);
  }

  @Test
  void putService_expressionThatYieldsNoneOrSeveral_isRefusedWithTheRegions() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String wrong =
        example("checkout.yaml")
            .replace("max(process_resident_memory_bytes{${labels}})\n", "nothing{${labels}}\n")
            .replace(
                "avg(rate(process_cpu_seconds_total{${labels}}[5m]))\n", "several{${labels}}\n");

    Rest.Answer answer = rest.put(CHECKOUT, YAML, wrong);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer)).containsOnlyKeys("/gates/2/query", "/gates/3/query");
    assertThat(pointers(answer).get("/gates/2/query"))
        .contains("yields nothing in", "and 7 more, where the service reports");
    assertThat(pointers(answer).get("/gates/3/query")).contains("several series in", "(3)");
  }

  @Test
  void putService_whereNothingReportsYet_isStoredAndSaysSo() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String unborn = example("checkout.yaml").replace("http_requests_total", "nothing_total");

    Rest.Answer answer = rest.put(CHECKOUT, YAML, unborn);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/warnings/0").asText())
        .contains("a first release there, or a new region");
  }

  @Test
  void putService_latencyLimitThatIsNoBucketBoundary_namesTheBoundaries() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String between = example("checkout.yaml").replace("limit: PT0.3S", "limit: PT0.25S");

    Rest.Answer answer = rest.put(CHECKOUT, YAML, between);

    assertThat(pointers(answer)).containsOnlyKeys("/gates/1/limit");
    assertThat(answer.json().at("/errors/0/remedy").asText())
        .isEqualTo("Write one of: PT0.1S, PT0.3S, PT1S.");
  }

  @Test
  void putService_histogramWithoutSeries_isStoredWithAWarning() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    String unborn =
        example("checkout.yaml").replace("http_request_duration", "unborn_request_duration");

    Rest.Answer answer = rest.put(CHECKOUT, YAML, unborn);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/warnings/0").asText()).contains("no series yet");
  }

  @Test
  void putService_metricsOrEngineAway_is503AndNothingIsStored() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));
    Map<String, Silence> silences =
        new TreeMap<>(
            Map.of("metrics-away", Silence.METRICS_AWAY, "engine-away", Silence.ENGINE_AWAY));

    silences.forEach((problem, silence) -> {
      api.inquirer().silent(silence);
      Rest.Answer answer = rest.put(CHECKOUT, YAML, example("checkout.yaml"));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo(problem);
      assertThat(answer.header("Retry-After")).isEqualTo("5");
    });
    assertThat(rest.get(CHECKOUT).status()).isEqualTo(404);
  }

  @Test
  void putService_malformedBody_is400WithTheLine() {
    rest.put(CATALOG, YAML, example("catalog.yaml"));

    assertThat(rest.put(CHECKOUT, YAML, "name: a\nname: b\n").detail()).contains("duplicate key");
    assertThat(rest.put(CHECKOUT, "application/json", "{\"name\": }").problem())
        .isEqualTo("malformed-body");
    assertThat(rest.put(CHECKOUT, "application/json", "{\"a\":1,\"a\":2}").detail())
        .contains("Duplicate field");
    assertThat(rest.put(CHECKOUT, "text/plain", "name: a").problem())
        .isEqualTo("unsupported-media-type");
    assertThat(pointers(rest.put(CHECKOUT, YAML, "- a\n"))).containsKey("");
  }

  @Test
  void getService_unknown_namesTheNearest() {
    api.described();

    Rest.Answer answer = rest.get("/api/v1/services/chekout");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail())
        .isEqualTo("No service is called \"chekout\". Did you mean \"checkout\"?");
  }

  static Map<String, String> pointers(Rest.Answer answer) {
    Map<String, String> pointers = new TreeMap<>();
    for (JsonNode error : answer.json().path("errors")) {
      pointers.put(error.path("pointer").asText(), error.path("message").asText());
    }
    return pointers;
  }
}
