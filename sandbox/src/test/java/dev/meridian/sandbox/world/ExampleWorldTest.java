package dev.meridian.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExampleWorldTest {
  private final WorldSpec world = ExampleWorld.of(1, Instant.parse("2026-03-01T00:00:00Z"));

  @Test
  void world_hasTheRegionsOfTheDocuments() {
    assertThat(world.regions()).hasSize(11);
    assertThat(world.service()).isEqualTo("checkout");
    assertThat(world.recordName()).isEqualTo("checkout.shop.example");
    assertThat(world.zone()).isEqualTo("Z0SHOPEXAMPLE");
    WorldRegion seoul = region("ap-northeast-2");
    assertThat(seoul.traits()).containsEntry("script", "hangul");
    assertThat(seoul.demand()).hasSize(24).contains(96.0);
    assertThat(seoul.registry()).isEqualTo("registry.ap-northeast-2.shop.example");
    assertThat(seoul.endpoint()).isEqualTo("checkout.ap-northeast-2.shop.example");
    assertThat(seoul.address()).isEqualTo("127.0.1.5");
  }

  @Test
  void staging_hasNeitherUsersNorWeight() {
    WorldRegion paris = region("eu-west-3");
    assertThat(paris.demand()).isEmpty();
    assertThat(paris.weight()).isZero();
  }

  @Test
  void weights_followDemand() {
    assertThat(world.regions()).extracting(WorldRegion::weight).allMatch(w -> w <= 255);
    assertThat(region("us-east-1").weight()).isGreaterThan(region("ap-south-1").weight());
    assertThat(region("af-south-1").weight()).isPositive();
  }

  @Test
  void incumbent_isServedAndSound() {
    assertThat(world.incumbent()).isEqualTo(ExampleImage.INCUMBENT.reference());
    assertThat(world.images()).contains(ExampleImage.INCUMBENT.image());
    assertThat(ExampleImage.INCUMBENT.image().defects()).isEmpty();
  }

  private WorldRegion region(String code) {
    return world.regions().stream()
        .filter(each -> each.code().value().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
