package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import dev.meridian.gate.GateReader;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.Slug;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Reads a load check: what is sent, and what is judged. */
final class LoadCheckReader {
  private static final double MOST_REQUESTS_PER_SECOND = 10_000;
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final List<String> PLACEHOLDERS = List.of("labels", "window");

  private LoadCheckReader() {}

  static Value<CheckSpec> read(
      DocumentReader check, Value<String> name, Value<List<Role>> roles, Value<Duration> timeout) {
    roles.check(
        List.of(Role.STAGING)::equals,
        "a load check may not run where there are users",
        "Write roles: [staging].");
    Value<String> path =
        check
            .required("path")
            .text()
            .check(
                text -> text.startsWith("/"),
                "should begin with /",
                "Write the path below the presence's endpoint, for example /api/cart.");
    Value<Double> rate =
        check
            .required("rate")
            .number()
            .check(
                value -> value > 0 && value <= MOST_REQUESTS_PER_SECOND,
                "should be over 0, at most 10000 requests/s",
                "Write the rate that must be reached.");
    Value<Duration> duration =
        check
            .required("duration")
            .duration()
            .check(Duration::isPositive, "should be over 0", "Write for example PT30S.");
    Value<CheckSpec.Load.Limits> limits = check.required("limits").object(LoadCheckReader::limits);
    Parts<CheckSpec.Load.Resource> resources =
        Parts.of(check.optional("resources"), LoadCheckReader::resource);
    resources.refuseTwins(check, CheckSpec.Load.Resource::name);
    checkFits(duration, timeout);
    return check.build(() ->
        new CheckSpec.Load(
            name.get(),
            roles.get(),
            timeout.or(duration.get().plus(SETTLING)),
            path.get(),
            rate.get(),
            duration.get(),
            limits.get(),
            resources.all()));
  }

  private static void checkFits(Value<Duration> duration, Value<Duration> timeout) {
    if (duration.maybe().isPresent()
        && timeout.maybe().isPresent()
        && duration.maybe().get().compareTo(timeout.maybe().get()) >= 0) {
      duration.problem("is not shorter than the timeout", "Lower it, or raise the timeout.");
    }
  }

  private static Value<CheckSpec.Load.Limits> limits(DocumentReader limits) {
    Value<Duration> mean = latency(limits, "mean");
    Value<Duration> p50 = latency(limits, "p50");
    Value<Duration> p90 = latency(limits, "p90");
    Value<Duration> p99 = latency(limits, "p99");
    Value<Share> errors =
        limits
            .optional("errors")
            .number()
            .check(
                value -> value >= 0 && value <= 1,
                "should be 0 to 1",
                "Write the share of requests that may fail, for example 0.001.")
            .map(Share::ofFraction);
    if (Stream.of(mean, p50, p90, p99, errors).allMatch(Value::isAbsent)) {
      limits.problem(
          "", "there is no limit", "Write at least one of mean, p50, p90, p99 and errors.");
    }
    return limits.build(() ->
        new CheckSpec.Load.Limits(
            mean.maybe(), p50.maybe(), p90.maybe(), p99.maybe(), errors.maybe()));
  }

  private static Value<CheckSpec.Load.Resource> resource(DocumentReader resource) {
    Value<String> name =
        resource
            .required("name")
            .text()
            .check(Slug::matches, "should be 1 to 63 of a-z, 0-9 and -", "Write for example cpu.");
    Value<String> query =
        resource
            .required("query")
            .text()
            .check(
                text -> text.contains(GateReader.LABELS),
                "should contain " + GateReader.LABELS,
                "Write " + GateReader.LABELS + " among the matchers of each selector.")
            .check(
                text -> PLACEHOLDERS.containsAll(Placeholders.in(text)),
                "may contain ${labels} and ${window} only",
                "Remove the other names.");
    Value<Double> max = resource.required("max").number();
    Value<Double> overIncumbent =
        resource
            .optional("maxOverIncumbent")
            .number()
            .check(
                factor -> factor > 1,
                "should be above 1",
                "Write how many times the incumbent's use is too much, for example 1.5.");
    return resource.build(() ->
        new CheckSpec.Load.Resource(name.get(), query.get(), max.get(), overIncumbent.maybe()));
  }

  private static Value<Duration> latency(DocumentReader limits, String name) {
    return limits
        .optional(name)
        .duration()
        .check(Duration::isPositive, "should be over 0", "Write for example PT0.3S.");
  }
}
