package dev.meridian.sandbox.dns;

import dev.meridian.pace.Pace;
import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.Fault;
import dev.meridian.sandbox.world.Faults;
import dev.meridian.sandbox.world.WorldClock;
import dev.meridian.sandbox.world.WorldSpec;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.Route53ClientBuilder;

/** Three regions, one of them without users, and what befalls them. */
final class DnsWorld {
  static final Instant BEGINS = Instant.parse("2026-03-02T00:00:00Z");
  static final String NAME = "checkout.shop.example";
  static final WorldSpec SPEC =
      new WorldSpec(
          7,
          BEGINS,
          "checkout",
          NAME,
          "Z0SHOPEXAMPLE",
          List.of(region("eu-a", 1, 0), region("eu-b", 2, 30), region("us-a", 3, 90)),
          List.of(),
          "shop/checkout@sha256:1");

  private DnsWorld() {}

  private static WorldSpec.WorldRegion region(String code, int number, int weight) {
    return new WorldSpec.WorldRegion(
        new RegionCode(code),
        ZoneOffset.UTC,
        Collections.nCopies(24, 10.0),
        new TreeMap<>(),
        "checkout",
        "registry." + code + ".shop.example",
        "checkout." + code + ".shop.example",
        "127.0.1." + number,
        weight);
  }

  /** A clock that stands until it is moved. */
  static final class StandingClock implements WorldClock {
    private volatile Instant now = BEGINS.plusSeconds(3600);

    void advance(long seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Pace pace() {
      return Pace.REAL;
    }
  }

  /** Faults that a test switches on. */
  static final class SwitchedFaults implements Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    void on(Fault.Kind kind) {
      faults.add(new Fault(kind, Optional.empty(), BEGINS, Optional.empty()));
    }

    @Override
    public boolean active(Fault.Kind kind, RegionCode region, Instant when) {
      return faults.stream().anyMatch(fault -> fault.kind() == kind && fault.active(when));
    }

    @Override
    public List<Fault> all() {
      return List.copyOf(faults);
    }
  }

  static Route53Client client(URI endpoint) {
    return builder(endpoint).build();
  }

  static Route53ClientBuilder builder(URI endpoint) {
    return Route53Client.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox")))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
