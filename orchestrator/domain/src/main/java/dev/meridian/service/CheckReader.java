package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Field;
import dev.meridian.document.Value;
import dev.meridian.region.Role;
import dev.meridian.region.Slug;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one check: a hook, a job or a load. */
final class CheckReader {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);
  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
  private static final Pattern JOB = Pattern.compile("(?m)^kind:\\s*Job\\s*$");
  private static final Pattern SECOND_DOCUMENT = Pattern.compile("(?ms)\\S.*^---\\s*$.*\\S");
  private static final List<String> HOOK_NAMES = List.of("endpoint", "region");

  private enum Kind {
    HOOK,
    JOB,
    LOAD
  }

  /** What every kind has. */
  private record Head(Value<String> name, Value<List<Role>> roles, Value<Duration> timeout) {}

  private CheckReader() {}

  static Value<CheckSpec> read(DocumentReader check) {
    Value<Kind> kind = check.required("kind").oneOf(Kind.class);
    Head head = new Head(name(check.required("name")), roles(check), timeout(check));
    if (kind.maybe().isEmpty()) {
      check.leaveRestAlone();
      return check.build(() -> readAs(check, head, kind.get()).get());
    }
    return readAs(check, head, kind.maybe().get());
  }

  private static Value<CheckSpec> readAs(DocumentReader check, Head head, Kind kind) {
    return switch (kind) {
      case HOOK -> hook(check, head);
      case JOB -> job(check, head);
      case LOAD -> LoadCheckReader.read(check, head.name(), head.roles(), head.timeout());
    };
  }

  private static Value<CheckSpec> hook(DocumentReader check, Head head) {
    Value<String> url =
        check
            .required("url")
            .text()
            .check(
                text -> HOOK_NAMES.containsAll(Placeholders.in(text)),
                "may contain ${region} and ${endpoint} only",
                "Remove the other names.")
            .check(
                CheckReader::isHttp,
                "should be an http or https address",
                "Write for example https://checks.example/run?region=${region}.");
    Value<String> secret = name(check.required("secret"));
    return check.build(() ->
        new CheckSpec.Hook(
            head.name().get(),
            head.roles().get(),
            head.timeout().or(USUAL_TIMEOUT),
            url.get(),
            secret.get()));
  }

  private static Value<CheckSpec> job(DocumentReader check, Head head) {
    Value<String> manifest =
        check
            .required("manifest")
            .text()
            .check(
                text -> JOB.matcher(text).find() && !SECOND_DOCUMENT.matcher(text).find(),
                "should be the manifest of one Kubernetes Job",
                "Write exactly one YAML document with kind: Job.");
    return check.build(() ->
        new CheckSpec.Job(
            head.name().get(),
            head.roles().get(),
            head.timeout().or(USUAL_TIMEOUT),
            manifest.get()));
  }

  private static Value<String> name(Field field) {
    return field
        .text()
        .check(Slug::matches, "should be 1 to 63 of a-z, 0-9 and -", "Write a short plain name.");
  }

  private static Value<List<Role>> roles(DocumentReader check) {
    return check
        .required("roles")
        .items(item -> item.oneOf(Role.class))
        .check(
            roles -> !roles.isEmpty() && roles.stream().distinct().count() == roles.size(),
            "should name each role once, and at least one",
            "Write for example [staging, canary].");
  }

  private static Value<Duration> timeout(DocumentReader check) {
    return check
        .optional("timeout")
        .duration()
        .check(
            limit -> limit.isPositive() && limit.compareTo(LONGEST_TIMEOUT) <= 0,
            "should be over 0, at most PT1H",
            "Write how long the check may take, for example PT30S.");
  }

  private static boolean isHttp(String text) {
    try {
      URI uri = URI.create(text.replace("${endpoint}", "http://x").replace("${region}", "x"));
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
