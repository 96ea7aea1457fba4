package dev.meridian.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.region.WorldwideDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Same input, same plan: whatever the order of the documents, on every JVM. */
@Timeout(60)
class SamePlanTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plan_everyListOfItsDocumentsShuffled_isTheSame(long seed) {
    PlanRequest request = RandomWorld.request(seed, 2 + (int) seed % 20, 3);

    Plan shuffled = WavePlanner.plan(Shuffled.of(request, new SplittableRandom(seed)));

    assertThat(shuffled).isEqualTo(WavePlanner.plan(request));
  }

  @Test
  void worldwidePlan_shuffledDocuments_isTheSame() {
    PlanRequest request = WorldwideDocuments.request();
    Plan plan = WavePlanner.plan(request);

    for (long seed = 0; seed < 50; seed++) {
      assertThat(WavePlanner.plan(Shuffled.of(request, new SplittableRandom(seed))))
          .isEqualTo(plan);
    }
  }

  @Test
  void plans_inOtherJvms_areTheSame_whateverTheirHashesLanguageAndZone() throws Exception {
    String here = PlanDigest.of(0);

    assertThat(elsewhere(1, "-Duser.language=tr", "-Duser.country=TR", "-Xint")).isEqualTo(here);
    assertThat(elsewhere(2, "-Duser.language=ar", "-Duser.timezone=Pacific/Apia")).isEqualTo(here);
    assertThat(
            elsewhere(3, "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-XX:+UseSerialGC"))
        .isEqualTo(here);
  }

  private static String elsewhere(long seed, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-Dhouse.root=" + System.getProperty("house.root", ".."));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(PlanDigest.class.getName());
    command.add(String.valueOf(seed));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said.strip();
  }
}
