package dev.meridian.sandbox.service;

import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.loopback.Answer;
import dev.meridian.sandbox.loopback.Asked;
import dev.meridian.sandbox.loopback.LoopbackServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The team's integration check: {@code POST /integration?region=CODE}, signed. It uses the region's
 * service as a customer would and tells what it found.
 */
public final class CheckHook implements AutoCloseable {
  private final SortedMap<RegionCode, URI> services;
  private final HookSignature signature;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final LoopbackServer server;

  private CheckHook(SortedMap<RegionCode, URI> services, String secret, int port) {
    this.services = services;
    this.signature = new HookSignature(secret);
    this.server = LoopbackServer.start(port, this::answer);
  }

  /**
   * Listens.
   *
   * @param services addresses of the service by region
   * @param secret that requests must be signed with
   * @param port 0 for any free one
   */
  public static CheckHook start(SortedMap<RegionCode, URI> services, String secret, int port) {
    return new CheckHook(services, secret, port);
  }

  /** Where it listens. */
  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    client.shutdownNow();
  }

  private Answer answer(Asked asked) {
    if (!asked.path().equals("/integration") || !asked.method().equals("POST")) {
      return Answer.problem(404, "no such check", "POST /integration?region=CODE");
    }
    Optional<String> refusal =
        signature.refusal(
            asked.header(HookSignature.HEADER).orElse(""), asked.body(), Instant.now());
    if (refusal.isPresent()) {
      return Answer.problem(401, "not signed", refusal.get());
    }
    Optional<URI> service =
        asked
            .parameter("region")
            .flatMap(code ->
                services.entrySet().stream()
                    .filter(each -> each.getKey().value().equals(code))
                    .map(Map.Entry::getValue)
                    .findFirst());
    if (service.isEmpty()) {
      return Answer.problem(
          400, "unknown region", "the parameter region should be one of " + services.keySet());
    }
    return verdict(new ServiceVisit(client, service.get()).make());
  }

  private static Answer verdict(ServiceVisit.Finding finding) {
    Map<String, Object> verdict = new LinkedHashMap<>();
    verdict.put("passed", finding.passed());
    verdict.put("summary", finding.summary());
    return Answer.json(200, verdict);
  }
}
