package dev.meridian.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.worker.manifest.KubernetesObject;
import org.junit.jupiter.api.Test;

class FieldSetTest {
  private static final KubernetesObject OBJECT =
      KubernetesObject.parse(
          """
          {"metadata":{"finalizers":["a","b"],"labels":{"x":"1","y":"2"}},
           "spec":{"ports":[{"port":80,"name":"http"},{"port":443,"protocol":"TCP"}],
                   "args":["one","two"]}}
          """);

  @Test
  void leaves_ofNestedItems_areNamedForPeople() {
    FieldSet set =
        set("{\"f:spec\":{\"f:ports\":{\"k:{\\\"port\\\":80}\":{\".\":{},\"f:name\":{}}}}}");
    assertThat(set.leaves())
        .singleElement()
        .satisfies(path -> assertThat(path).hasToString("spec.ports[80].name"));
  }

  @Test
  void extract_keepsTheOrderOfTheObjectAndTheKeysOfItems() {
    FieldSet set =
        set(
            "{\"f:metadata\":{\"f:labels\":{\"f:y\":{}},\"f:finalizers\":{\"v:\\\"b\\\"\":{}}},"
                + "\"f:spec\":{\"f:args\":{},\"f:ports\":{"
                + "\"k:{\\\"port\\\":443,\\\"protocol\\\":\\\"TCP\\\"}\":{\".\":{}},"
                + "\"k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}\":{\".\":{},\"f:name\":{}}}}}");
    assertThat(new KubernetesObject(set.extract(OBJECT)).canonical())
        .isEqualTo(
            "{\"metadata\":{\"finalizers\":[\"b\"],\"labels\":{\"y\":\"2\"}},"
                + "\"spec\":{\"args\":[\"one\",\"two\"],\"ports\":["
                + "{\"name\":\"http\",\"port\":80,\"protocol\":\"TCP\"},"
                + "{\"port\":443,\"protocol\":\"TCP\"}]}}");
  }

  @Test
  void plus_whereOneHasTheWhole_hasTheWhole() {
    FieldSet sum = set("{\"f:a\":{}}").plus(set("{\"f:a\":{\"f:b\":{}},\"f:c\":{}}"));
    assertThat(sum.contains(FieldPath.of("f:a", "f:z"))).isTrue();
    assertThat(sum.contains(FieldPath.of("f:c"))).isTrue();
    assertThat(sum.contains(FieldPath.of("f:d"))).isFalse();
  }

  @Test
  void read_ofAnythingThatIsNotThere_isEmpty() {
    assertThat(FieldPath.of("f:spec", "f:none", "f:below").read(OBJECT)).isEmpty();
    assertThat(FieldPath.of("f:spec", "f:ports", "k:{\"port\":81}").read(OBJECT)).isEmpty();
    assertThat(FieldPath.of("f:metadata", "f:finalizers", "v:\"a\"").read(OBJECT)).isPresent();
  }

  private static FieldSet set(String json) {
    return new FieldSet(KubernetesObject.parse(json).tree());
  }
}
