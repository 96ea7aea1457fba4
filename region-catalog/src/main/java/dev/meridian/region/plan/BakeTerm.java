package dev.meridian.region.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * One reason to wait.
 *
 * @param kind which term of the maximum it is
 * @param asks how long it asks for, 0 or more
 * @param why for people
 */
public record BakeTerm(Kind kind, Duration asks, String why) {
  /** The terms of a bake, in the order in which equally long ones are told. */
  public enum Kind {
    /** Nobody is there: staging passes on checks alone. */
    @JsonProperty("no-users")
    NO_USERS,
    /** The policy's floor. */
    @JsonProperty("floor")
    FLOOR,
    /** k times the mean time to failure of the incident record. */
    @JsonProperty("incidents")
    INCIDENTS,
    /** The time until the requests have come that evidence of health needs. */
    @JsonProperty("requests")
    REQUESTS,
    /** A local day, because the daily peak has to be seen. */
    @JsonProperty("daily-peak")
    DAILY_PEAK
  }

  /** For people: {@code 2 h: policy floor}. */
  @Override
  public String toString() {
    return Durations.say(asks) + ": " + why;
  }
}
