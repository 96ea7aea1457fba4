package dev.meridian.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.meridian.release.ReleaseEvent;
import dev.meridian.release.ReleaseEvent.ReleaseStarted;
import dev.meridian.release.ReleaseId;
import dev.meridian.service.Overlap;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events on the wire. Each file of {@code wire/1} is an event as version 1 wrote it once: it is
 * never edited, only others may be added.
 */
class ReleaseEventJsonTest {
  static Stream<Path> fixtures() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(ReleaseEventJsonTest.class.getResource("/wire/1"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ReleaseEventJsonTest::records)
        : Stream.of(type);
  }

  private static List<JsonSubTypes.Type> names() {
    return List.of(ReleaseEvent.class.getAnnotation(JsonSubTypes.class).value());
  }

  @Test
  void everyEvent_ofTheSealedHierarchy_hasOneName() {
    assertThat(names())
        .extracting(JsonSubTypes.Type::value)
        .containsExactlyInAnyOrderElementsOf(records(ReleaseEvent.class).toList());
    assertThat(names()).extracting(JsonSubTypes.Type::name).doesNotHaveDuplicates();
  }

  @Test
  void everyName_ofAnEvent_hasAFixture() throws Exception {
    assertThat(fixtures().map(file -> file.getFileName().toString().replace(".json", "")))
        .containsExactlyInAnyOrderElementsOf(
            names().stream().map(JsonSubTypes.Type::name).toList());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void fixture_readAndWritten_keepsEverythingItSaid(Path file) throws IOException {
    String text = Files.readString(file);
    Map<String, Object> once = MeridianJson.tree(text);

    ReleaseEvent event = ReleaseEventJson.read(text);
    Map<String, Object> now = MeridianJson.tree(MeridianJson.text(event));

    assertThat(ReleaseEventJson.kind(event)).isEqualTo(once.get("kind"));
    assertThat(now).containsAllEntriesOf(once);
    assertThat(ReleaseEventJson.read(CanonicalJson.of(now))).isEqualTo(event);
  }

  @Test
  void start_withoutAWordAboutOverlap_isOfOneThatNobodyFollows() throws Exception {
    ReleaseStarted old = (ReleaseStarted) ReleaseEventJson.read(fixture("release-started"));

    assertThat(old.overlap()).isEqualTo(Overlap.NONE);
    assertThat(old.behind()).isEmpty();
    ReleaseStarted behind = old.after(new ReleaseId(new UUID(0, 1)));
    assertThat(ReleaseEventJson.read(MeridianJson.text(behind))).isEqualTo(behind);
  }

  private static String fixture(String kind) throws IOException, URISyntaxException {
    return Files.readString(
        fixtures().filter(file -> file.endsWith(kind + ".json")).findFirst().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void fixture_withAFieldOfALaterVersion_isReadAllTheSame(Path file) throws IOException {
    String text = Files.readString(file);
    String later = text.replaceFirst("\\{", "{\"gainedLater\": {\"a\": 1},");

    assertThat(ReleaseEventJson.read(later)).isEqualTo(ReleaseEventJson.read(text));
  }
}
