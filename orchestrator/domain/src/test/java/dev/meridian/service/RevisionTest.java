package dev.meridian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One content hash says what a release brings: a change of anything is another revision. */
class RevisionTest {
  private static Revision revision(
      String digit, String template, Map<String, String> defaults, Map<String, String> own) {
    return new Revision(
        ImageReference.parse("shop/checkout@sha256:" + digit.repeat(64)),
        new ManifestTemplate(ManifestTemplate.Engine.PLAIN, template, new TreeMap<>(defaults)),
        new TreeMap<>(own));
  }

  private static final Revision FIRST =
      revision("1", "kind: Deployment", Map.of("replicas", "3"), Map.of("level", "info"));

  @Test
  void id_ofEqualContent_isEqual() {
    assertThat(
            revision("1", "kind: Deployment", Map.of("replicas", "3"), Map.of("level", "info"))
                .id())
        .isEqualTo(FIRST.id());
    assertThat(FIRST.id().hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void id_ofAnyChange_isAnother() {
    assertThat(
            List.of(
                FIRST.id(),
                revision("2", "kind: Deployment", Map.of("replicas", "3"), Map.of("level", "info"))
                    .id(),
                revision("1", "kind: Job", Map.of("replicas", "3"), Map.of("level", "info")).id(),
                revision("1", "kind: Deployment", Map.of("replicas", "4"), Map.of("level", "info"))
                    .id(),
                revision("1", "kind: Deployment", Map.of("replicas", "3"), Map.of()).id()))
        .doesNotHaveDuplicates();
  }

  @Test
  void id_ofPartsThatJoinAlike_isAnother() {
    assertThat(revision("1", "t", Map.of("a", "bc"), Map.of()).id())
        .isNotEqualTo(revision("1", "t", Map.of("ab", "c"), Map.of()).id());
    assertThat(revision("1", "t", Map.of("a", "b"), Map.of()).id())
        .isNotEqualTo(revision("1", "t", Map.of(), Map.of("a", "b")).id());
  }
}
