package dev.meridian.simulation.judge;

import dev.meridian.region.Presence;
import dev.meridian.region.Presence.RecordSet;
import dev.meridian.region.Region;
import dev.meridian.region.Region.Position;
import dev.meridian.region.RegionCatalog;
import dev.meridian.region.RegionCode;
import dev.meridian.region.RequestsPerSecond;
import dev.meridian.region.Role;
import dev.meridian.region.Share;
import dev.meridian.region.plan.EvidenceOfHealth;
import dev.meridian.region.plan.PlanPolicy;
import dev.meridian.region.plan.PlanRequest;
import dev.meridian.region.plan.WavePlanner;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Draws judged worlds and has the real planner plan them. */
public final class JudgedDraw {
  private static final List<String> COVERS = List.of("script", "mobile-share");
  private static final List<String> SCRIPTS = List.of("latin", "hangul", "arabic", "kanji");
  private static final List<String> LEVELS = List.of("low", "mid", "high");
  private static final List<Double> CVS = List.of(0.0, 0.25, 0.5, 1.0);
  private static final int CURVE_HOURS = 24;

  private final SplittableRandom random;
  private final Scale scale;

  /**
   * How large worlds are.
   *
   * @param fewest regions with users, the canary among them
   * @param most regions with users
   * @param interval at which ratio gates are read
   * @param faults whether metrics may be silent, late or wrong
   */
  public record Scale(int fewest, int most, Duration interval, boolean faults) {
    /** Releases of a few hours, many of them. */
    public static final Scale SMALL = new Scale(3, 6, Duration.ofMinutes(1), true);

    /** A service of the size of the example, metrics well. */
    public static final Scale EXAMPLE = new Scale(8, 12, Duration.ofSeconds(15), false);
  }

  private JudgedDraw(long seed, Scale scale) {
    this.random = new SplittableRandom(seed);
    this.scale = scale;
  }

  /** The same world for the same seed. */
  public static JudgedWorld of(long seed, Scale scale) {
    return new JudgedDraw(seed, scale).world(seed);
  }

  private JudgedWorld world(long seed) {
    List<Place> places = places();
    RegionCatalog catalog = new RegionCatalog(places.stream().map(this::region).toList());
    PlanRequest request =
        new PlanRequest(
            catalog,
            places.stream().map(JudgedDraw::presence).toList(),
            policy(),
            List.of(),
            new EvidenceOfHealth(Gates.ERRORS_CEILING));
    return new JudgedWorld(
        seed,
        random.nextInt(CURVE_HOURS),
        places,
        catalog,
        new JudgedWorld.Noise(one(CVS), one(CVS)),
        new DefectDraw(random, places).drawn(),
        scale.faults() ? faults(places.size()) : List.of(),
        WavePlanner.plan(request),
        Share.ofFraction(0.01),
        scale.interval());
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    int users = scale.fewest() + random.nextInt(scale.most() - scale.fewest() + 1);
    int canary = random.nextInt(users);
    for (int i = 0; i < users; i++) {
      places.add(place(i, i == canary ? Role.CANARY : Role.PRODUCTION));
    }
    if (random.nextBoolean()) {
      places.add(place(users, Role.STAGING));
    }
    return places;
  }

  private Place place(int number, Role role) {
    SortedMap<String, String> traits = new TreeMap<>();
    traits.put("script", one(SCRIPTS));
    traits.put("mobile-share", one(LEVELS));
    double mean = role.hasUsers() ? logarithmic(2, 200) : 0;
    double swing = between(0.2, 0.6);
    List<Double> demand = new ArrayList<>();
    for (int hour = 0; hour < CURVE_HOURS; hour++) {
      demand.add(mean * (1 + swing * Math.cos(2 * Math.PI * (hour - 15) / CURVE_HOURS)));
    }
    return new Place(
        new RegionCode("sim-region-" + (char) ('a' + number)),
        number,
        role,
        traits,
        random.nextInt(-11, 13),
        demand,
        0.001 * logarithmic(0.3, 3),
        0.01 * logarithmic(0.5, 2));
  }

  private Region region(Place place) {
    return new Region(
        place.code(),
        "Region " + place.code(),
        ZoneOffset.ofHours(place.zone()),
        new Position(0, 0),
        "cluster",
        "metrics",
        "registry.example",
        "domain-" + random.nextInt(6),
        List.of(),
        "eu",
        List.of("eu"),
        place.traits());
  }

  private static Presence presence(Place place) {
    return new Presence(
        place.code(),
        place.role(),
        "service",
        "http://service.example",
        place.role().hasUsers()
            ? Optional.of(new RecordSet("Z1", "service.example", "A", place.code().value()))
            : Optional.empty(),
        place.demand().stream().map(RequestsPerSecond::new).toList(),
        new RequestsPerSecond(3 * place.mean()),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private PlanPolicy policy() {
    return new PlanPolicy(
        COVERS,
        Duration.ofHours(1),
        Duration.ofMinutes(30),
        Duration.ofHours(6),
        false,
        random.nextBoolean() ? 2 : 1,
        2 + random.nextInt(3),
        Share.ofFraction(between(0.2, 0.5)),
        Share.ofFraction(0.5));
  }

  private List<MetricFault> faults(int places) {
    List<MetricFault> faults = new ArrayList<>();
    for (int left = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0; left > 0; left--) {
      List<MetricFault.Kind> kinds = List.of(MetricFault.Kind.values());
      Optional<Integer> place =
          random.nextInt(4) == 0 ? Optional.empty() : Optional.of(random.nextInt(places));
      long from = random.nextInt(15_000);
      faults.add(new MetricFault(one(kinds), place, from, from + (long) logarithmic(60, 10_000)));
    }
    return faults;
  }

  private <T> T one(List<T> many) {
    return many.get(random.nextInt(many.size()));
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  private double logarithmic(double least, double most) {
    return Math.exp(between(Math.log(least), Math.log(most)));
  }
}
