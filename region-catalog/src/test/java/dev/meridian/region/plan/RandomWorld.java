package dev.meridian.region.plan;

import dev.meridian.region.Presence;
import dev.meridian.region.Presence.RecordSet;
import dev.meridian.region.Region;
import dev.meridian.region.Region.Position;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A world drawn from a seed: the same seed, the same world. */
public record RandomWorld(SplittableRandom random, int size, int bands) {
  private static final List<String> COUNTING = List.of("script", "mobile-share", "client");
  private static final List<String> SCRIPTS = List.of("latin", "hangul", "arabic", "kanji");
  private static final List<String> LEVELS = List.of("low", "mid", "high");
  private static final List<Incident.Kind> KINDS = List.of(Incident.Kind.values());

  /** A world of {@code size} regions whose peaks are spread over {@code bands} traffic bands. */
  public static PlanRequest request(long seed, int size, int bands) {
    return new RandomWorld(new SplittableRandom(seed), size, bands).request();
  }

  private PlanRequest request() {
    List<Region> regions = new ArrayList<>();
    List<Presence> presences = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      regions.add(region(i));
      presences.add(presence(code(i)));
    }
    return new PlanRequest(new RegionCatalog(regions), presences, policy(), incidents());
  }

  private static RegionCode code(int index) {
    return new RegionCode("r" + (char) ('a' + index % 26) + index);
  }

  private Region region(int index) {
    TreeMap<String, String> traits = new TreeMap<>();
    if (random.nextInt(8) > 0) {
      traits.put("script", SCRIPTS.get(random.nextInt(SCRIPTS.size())));
    }
    traits.put("mobile-share", LEVELS.get(random.nextInt(LEVELS.size())));
    traits.put("client", LEVELS.get(random.nextInt(LEVELS.size())));
    List<RegionCode> peers =
        random.nextInt(3) > 0 ? List.of() : List.of(code(random.nextInt(size)));
    return new Region(
        code(index),
        "Region " + index,
        ZoneId.of("UTC"),
        new Position(0, 0),
        "cluster",
        "metrics",
        "registry.example",
        "domain-" + random.nextInt(1 + size),
        peers,
        "eu",
        List.of("eu"),
        traits);
  }

  private Presence presence(RegionCode code) {
    int draw = random.nextInt(10);
    Role role = draw == 0 ? Role.STAGING : draw == 1 ? Role.CANARY : Role.PRODUCTION;
    boolean quiet = random.nextInt(12) == 0;
    int low = 32 << random.nextInt(bands);
    double rate = role == Role.STAGING || quiet ? 0 : low + random.nextInt(low);
    return new Presence(
        code,
        role,
        "checkout",
        "http://checkout.example",
        role == Role.STAGING
            ? Optional.empty()
            : Optional.of(new RecordSet("Z1", "checkout.example", "A", code.value())),
        Collections.nCopies(24, new RequestsPerSecond(rate)),
        new RequestsPerSecond(2 * rate),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private PlanPolicy policy() {
    return new PlanPolicy(
        COUNTING.subList(0, 1 + random.nextInt(COUNTING.size())),
        Duration.ofHours(12),
        Duration.ofHours(1 + random.nextInt(3)),
        Duration.ofHours(20 + random.nextInt(10)),
        random.nextBoolean(),
        2,
        1 + random.nextInt(5),
        Share.ofFraction(0.1 + 0.4 * random.nextDouble()),
        Share.ofFraction(0.5));
  }

  private List<Incident> incidents() {
    List<Incident> incidents = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Incident.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      Duration after = Duration.ofMinutes(random.nextInt(1_000));
      Instant at = Instant.EPOCH.plusSeconds(random.nextInt(1_000_000));
      incidents.add(new Incident(code(random.nextInt(size + 1)), kind, after, at));
    }
    return incidents;
  }
}
