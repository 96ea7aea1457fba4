package dev.meridian.service;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A check: we act and look. It runs in the regions whose role is in {@link #roles}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CheckSpec.Hook.class, name = "hook"),
  @JsonSubTypes.Type(value = CheckSpec.Job.class, name = "job"),
  @JsonSubTypes.Type(value = CheckSpec.Load.class, name = "load")
})
public sealed interface CheckSpec {
  /** A slug, unique in the service. */
  String name();

  /** Where it runs. */
  List<Role> roles();

  /** Wall-clock limit. */
  Duration timeout();

  /**
   * A signed HTTP POST; the answer says whether it passed.
   *
   * @param url where to; may contain {@code ${region}} and {@code ${endpoint}}
   * @param secret name of the configured signing secret, never the secret itself
   */
  record Hook(String name, List<Role> roles, Duration timeout, String url, String secret)
      implements CheckSpec {
    public Hook {
      roles = List.copyOf(roles);
    }
  }

  /**
   * A Kubernetes Job in the region's namespace; its end is awaited and its last log lines are kept.
   *
   * @param manifest YAML of one Job, with the parameters of the template
   */
  record Job(String name, List<Role> roles, Duration timeout, String manifest)
      implements CheckSpec {
    public Job {
      roles = List.copyOf(roles);
    }
  }

  /**
   * An open-model load: requests leave on schedule whether or not answers return.
   *
   * @param path below the presence's endpoint, GET
   * @param rate requests per second that must be reached
   * @param duration wall-clock length
   * @param limits what is judged from outside
   * @param resources what is judged of the machine, in the order of the document
   */
  record Load(
      String name,
      List<Role> roles,
      Duration timeout,
      String path,
      double rate,
      Duration duration,
      Limits limits,
      List<Resource> resources)
      implements CheckSpec {
    /** In a query, the length of the load in seconds: {@code rate(x{${labels}}[${window}])}. */
    public static final String WINDOW = "${window}";

    public Load {
      roles = List.copyOf(roles);
      resources = resources == null ? List.of() : List.copyOf(resources);
    }

    /** Upper limits; an absent one is not judged, but at least one is present. */
    public record Limits(
        Optional<Duration> mean,
        Optional<Duration> p50,
        Optional<Duration> p90,
        Optional<Duration> p99,
        Optional<Share> errors) {}

    /**
     * Something of the machine that the contender uses while the load runs: CPU, memory, network,
     * disk.
     *
     * @param query that yields one number at the end of the load
     * @param max most that it may be
     * @param maxOverIncumbent most that it may be of what the incumbent used under the same load,
     *     above 1
     */
    public record Resource(
        String name, String query, double max, Optional<Double> maxOverIncumbent) {}
  }
}
