package dev.meridian.worker.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RequestBudgetTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RequestBudget budget = new RequestBudget(5, nanos::get);

  @Test
  void requests_beyondFiveASecond_wait() {
    assertThat(taken(RequestBudget.Use.EVACUATION, 10)).isEqualTo(5);
    nanos.addAndGet(400_000_000);
    assertThat(taken(RequestBudget.Use.EVACUATION, 10)).isEqualTo(2);
  }

  @Test
  void fifth_isKeptForEvacuations() {
    assertThat(taken(RequestBudget.Use.OTHER, 10)).isEqualTo(4);
    assertThat(taken(RequestBudget.Use.EVACUATION, 10)).isEqualTo(1);
  }

  @Test
  void rest_ofAnHour_isABurstOfFiveOnly() {
    nanos.addAndGet(3_600_000_000_000L);
    assertThat(taken(RequestBudget.Use.EVACUATION, 100)).isEqualTo(5);
  }

  @Test
  void tenSeconds_ofAskingAllTheTime_giveFiftyAndTheBurst() {
    int taken = 0;
    for (int millis = 0; millis < 10_000; millis++) {
      taken += taken(RequestBudget.Use.EVACUATION, 1);
      nanos.addAndGet(1_000_000);
    }
    assertThat(taken).isBetween(54, 55);
  }

  private int taken(RequestBudget.Use use, int asked) {
    int taken = 0;
    for (int i = 0; i < asked; i++) {
      taken += budget.tryTake(use) ? 1 : 0;
    }
    return taken;
  }
}
