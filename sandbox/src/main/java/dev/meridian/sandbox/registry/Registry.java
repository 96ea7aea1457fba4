package dev.meridian.sandbox.registry;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.loopback.Answer;
import dev.meridian.sandbox.loopback.Asked;
import dev.meridian.sandbox.loopback.LoopbackServer;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A region's registry: manifests by digest, HEAD and GET, and lists of tags. */
final class Registry implements LoopbackServer.Handler {
  private static final Pattern MANIFEST = Pattern.compile("/v2/(.+)/manifests/([^/]+)");
  private static final Pattern TAGS = Pattern.compile("/v2/(.+)/tags/list");
  private static final String MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";

  private final RegionCode region;
  private final World world;

  Registry(RegionCode region, World world) {
    this.region = region;
    this.world = world;
  }

  @Override
  public Answer answer(Asked asked) {
    if (world.faults().active(Fault.Kind.REGISTRY_AWAY, region, world.clock().now())) {
      return error(503, "UNAVAILABLE", "the registry of " + region + " is away");
    }
    if (!asked.method().equals("GET") && !asked.method().equals("HEAD")) {
      return error(405, "UNSUPPORTED", "this registry is read-only");
    }
    if (asked.path().equals("/v2/") || asked.path().equals("/v2")) {
      return Answer.json(200, Map.of())
          .withHeader("Docker-Distribution-Api-Version", "registry/2.0");
    }
    Matcher manifest = MANIFEST.matcher(asked.path());
    if (manifest.matches()) {
      return manifest(manifest.group(1), manifest.group(2));
    }
    Matcher tags = TAGS.matcher(asked.path());
    return tags.matches()
        ? tags(tags.group(1))
        : error(404, "NAME_UNKNOWN", "no such path: " + asked.path());
  }

  private Answer manifest(String repository, String digest) {
    String reference = repository + "@" + digest;
    boolean served =
        world.spec().images().stream().anyMatch(image -> image.reference().equals(reference));
    if (!served) {
      return knows(repository)
          ? error(404, "MANIFEST_UNKNOWN", "no manifest " + digest + " in " + repository)
          : error(404, "NAME_UNKNOWN", "no repository " + repository);
    }
    return new Answer(200, MEDIA_TYPE, Manifest.of(reference))
        .withHeader("Docker-Content-Digest", digest)
        .withHeader("ETag", "\"" + digest + "\"");
  }

  /** Images are known by digest alone: nothing is tagged. */
  private Answer tags(String repository) {
    Map<String, Object> tags = new TreeMap<>();
    tags.put("name", repository);
    tags.put("tags", List.of());
    return knows(repository)
        ? Answer.json(200, tags)
        : error(404, "NAME_UNKNOWN", "no repository " + repository);
  }

  private boolean knows(String repository) {
    return world.spec().images().stream()
        .anyMatch(image -> image.reference().startsWith(repository + "@"));
  }

  private static Answer error(int status, String code, String message) {
    return Answer.json(
        status, Map.of("errors", List.of(new TreeMap<>(Map.of("code", code, "message", message)))));
  }
}
