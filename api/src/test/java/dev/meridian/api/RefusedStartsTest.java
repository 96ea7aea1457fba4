package dev.meridian.api;

import static dev.meridian.api.TestApi.startBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.RegionCode;
import dev.meridian.release.RecoveryCause;
import dev.meridian.release.RegionEvent;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What earlier releases leave in the way of a start, and how people are told. */
class RefusedStartsTest {
  private static final String RELEASES = "/api/v1/releases";
  private static final RegionCode PARIS = new RegionCode("eu-west-3");
  private static final RegionCode TORONTO = new RegionCode("ca-central-1");

  private final TestApi api = new TestApi().described();
  private final Rest rest = api.rest();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void start_whileAnotherRunsAndTheServiceWaitsForNobody_is409NamingItAndTheWaysOut() {
    String impatient =
        TestApi.example("checkout.yaml").replace("whileActive: wait", "whileActive: refuse");
    rest.put("/api/v1/services/checkout", TestApi.YAML, impatient);
    String active = api.started("2");

    Rest.Answer answer = rest.post(RELEASES, startBody("3"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("release-busy");
    assertThat(answer.detail()).contains(active).contains("/abort");
    assertThat(answer.json().at("/active/id").asText()).isEqualTo(active);
  }

  @Test
  void start_revisionThatWasTakenBack_is409UntilTheMarkIsLifted() {
    String taken = api.started("2");
    api.happens(
        taken, new ReleaseEvent.RecoveryStarted(RecoveryCause.DEGRADED, "errors in Toronto"));
    api.happens(
        taken, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "errors in Toronto"));
    assertThat(rest.get("/api/v1/releases/" + taken).json().path("takenBack").asText())
        .isEqualTo("errors in Toronto");

    Rest.Answer refused = rest.post(RELEASES, startBody("2"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("revision-marked-bad");
    assertThat(refused.detail()).contains(taken).contains("bad-versions");
    String marks = "/api/v1/services/checkout/bad-versions";
    String revision = rest.get(marks).json().at("/badVersions/0/revision").asText();
    assertThat(rest.delete(marks + "/" + revision, "{}").status()).isEqualTo(422);
    assertThat(rest.delete(marks + "/" + revision, "{\"reason\": \"was weather\"}").status())
        .isEqualTo(204);
    assertThat(rest.delete(marks + "/" + revision, "{\"reason\": \"again\"}").status())
        .isEqualTo(404);
    assertThat(rest.post(RELEASES, startBody("2")).status()).isEqualTo(202);
  }

  @Test
  void start_fourthRevisionAtOnce_is409NamingEachWithItsRegionsAndTheWayOut() {
    String first = api.started("2");
    api.happens(first, new RegionEvent.DeployIntended(PARIS, 1, "00"));
    api.happens(first, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.STOPPED, "enough"));
    String second = api.started("3");
    api.happens(second, new RegionEvent.DeployIntended(TORONTO, 1, "00"));
    api.happens(second, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.STOPPED, "enough"));

    Rest.Answer refused = rest.post(RELEASES, startBody("4"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("too-many-revisions");
    assertThat(refused.detail())
        .contains("4 revisions would live at once")
        .contains(" in eu-west-3; ")
        .contains("start a release of a revision that is there already");
    assertThat(refused.json().path("live"))
        .extracting(live -> live.path("by").asText())
        .contains(first, second);
    assertThat(rest.post(RELEASES, startBody("2")).status()).isEqualTo(202);
  }

  @Test
  void start_whileARegionIsOwed_is409NamingIt() {
    String owing = api.started("2");
    api.happens(owing, new RegionEvent.RegionOwed(TORONTO, 1, "unreachable for six hours"));
    api.happens(owing, new ReleaseEvent.ReleaseEnded(ReleaseOutcome.ROLLED_BACK, "errors"));

    Rest.Answer refused = rest.post(RELEASES, startBody("3"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("regions-owed");
    assertThat(refused.json().at("/regions/0").asText()).isEqualTo("ca-central-1");
  }
}
