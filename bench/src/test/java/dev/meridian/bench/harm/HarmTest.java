package dev.meridian.bench.harm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.simulation.Exposed;
import dev.meridian.simulation.judge.Defect;
import dev.meridian.simulation.judge.JudgedDraw;
import dev.meridian.simulation.judge.JudgedDraw.Scale;
import dev.meridian.simulation.judge.JudgedWorld;
import dev.meridian.simulation.judge.Place;
import dev.meridian.simulation.judge.When;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HarmTest {
  private static final JudgedWorld BROKEN =
      LongStream.range(0, 1_000)
          .mapToObj(seed -> JudgedDraw.of(seed, Scale.EXAMPLE))
          .filter(HarmTest::failsEverywhere)
          .findFirst()
          .orElseThrow();

  private static boolean failsEverywhere(JudgedWorld world) {
    return world
        .defect()
        .filter(defect ->
            defect instanceof Defect.Errors errors
                && errors.when() instanceof When.Always
                && errors.share() > 0.03)
        .isPresent();
  }

  private static List<Exposed> everywhere(long from, long until) {
    return BROKEN.served().stream().map(place -> new Exposed(place.code(), from, until)).toList();
  }

  private static double share() {
    return BROKEN.defect().map(defect -> ((Defect.Errors) defect).share()).orElseThrow();
  }

  @Test
  void harm_ofAnHourEverywhere_isTheShareOfItsRequests() {
    double requests = 0;
    for (Place place : BROKEN.served()) {
      for (long second = 7_200; second < 10_800; second += 60) {
        requests += 60 * BROKEN.rate(place, second);
      }
    }

    assertThat(Harm.of(BROKEN, everywhere(7_200, 10_800)))
        .isCloseTo(share() * requests, within(1e-6 * requests));
  }

  @Test
  void harm_withoutAnEnd_isCountedForADay() {
    assertThat(Harm.of(BROKEN, everywhere(0, Exposed.NEVER)))
        .isEqualTo(Harm.of(BROKEN, everywhere(0, Harm.COUNTED)));
  }

  @Test
  void harm_withNothingWrong_isNone() {
    assertThat(Harm.of(BROKEN.healthy(), everywhere(0, Exposed.NEVER))).isZero();
  }

  @Test
  void alarm_whereThreeOfAHundredFail_isRaisedAtTheFifthMinute() {
    assertThat(CeilingAlarm.raised(BROKEN, everywhere(3_600, Exposed.NEVER), 0))
        .isEqualTo(3_600 + 300);
    assertThat(CeilingAlarm.raised(BROKEN, everywhere(3_600, Exposed.NEVER), 7_200))
        .isEqualTo(7_200 + 300);
  }

  @Test
  void course_thatIsAlarmed_isTakenBackAndExposesNothingMore() {
    List<Exposed> exposed =
        List.of(
            new Exposed(BROKEN.served().getFirst().code(), 0, Exposed.NEVER),
            new Exposed(BROKEN.served().getLast().code(), 36_000, Exposed.NEVER));

    Course course = Course.alarmed(BROKEN, exposed, 72_000, 0);

    assertThat(course.noticed()).isTrue();
    assertThat(course.completed()).isFalse();
    assertThat(course.harm())
        .isEqualTo(
            Harm.of(
                BROKEN,
                List.of(
                    new Exposed(
                        BROKEN.served().getFirst().code(), 0, 300 + CeilingAlarm.TAKING_BACK))));
  }

  @Test
  void worlds_ofTheSameSeeds_giveTheSameFigures() {
    HarmPage page = HarmPage.of(6);

    assertThat(page.figures()).isEqualTo(HarmPage.of(6).figures());
    assertThat(page.tables().getFirst().rows()).hasSize(Contestant.values().length);
  }

  @Test
  void meridian_whereThreeOfAHundredFail_harmsFewerThanAllAtOnce() {
    assertThat(Contestant.MERIDIAN.through(BROKEN).harm())
        .isLessThan(Contestant.AT_ONCE.through(BROKEN).harm());
  }
}
