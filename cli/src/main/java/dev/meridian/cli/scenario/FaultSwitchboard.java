package dev.meridian.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.region.RegionCode;
import dev.meridian.sandbox.world.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The world's faults, over HTTP as anybody would switch them. */
public final class FaultSwitchboard {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  public FaultSwitchboard(URI address) {
    this.address = address;
  }

  /** Switches a fault on, everywhere when no region is named; its id. */
  String begin(Fault.Kind kind, Optional<RegionCode> region) {
    ObjectNode body = body(kind);
    region.ifPresent(code -> body.put("region", code.value()));
    return begin(body);
  }

  /** Switches a fault on everywhere, which ends by itself after so much world time; its id. */
  public String begin(Fault.Kind kind, Duration lasting) {
    return begin(body(kind).put("lasting", lasting.toString()));
  }

  private static ObjectNode body(Fault.Kind kind) {
    return JSON.createObjectNode().put("kind", kind.spelled());
  }

  private String begin(ObjectNode body) {
    return send(HttpRequest.newBuilder(address)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
        .path("id")
        .asText();
  }

  /** Switches it off. */
  void end(String id) {
    send(HttpRequest.newBuilder(URI.create(address + "/" + id)).DELETE());
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(
              request.timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException("the world refused a fault: " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("the world does not answer at " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while switching a fault", e);
    }
  }
}
