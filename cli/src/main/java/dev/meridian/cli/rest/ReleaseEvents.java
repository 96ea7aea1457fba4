package dev.meridian.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.release.ReleaseEvent;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The events of one release, read as they happen; a lost connection is taken up where it broke. */
public final class ReleaseEvents {
  private static final ObjectMapper JSON = MeridianJson.mapper();
  private static final String DATA = "data:";

  /** An event with its number and Meridian time. */
  public record Happened(long seq, Instant at, ReleaseEvent event) {}

  private final RestClient api;
  private final String path;
  private long seq;

  public ReleaseEvents(RestClient api, String release) {
    this.api = api;
    this.path = "/api/v1/releases/" + release + "/events";
  }

  /** Hands each event on until {@code last} says that this was the last one. */
  public void follow(Predicate<Happened> last) {
    boolean over = false;
    while (!over) {
      over = readOnce(last);
    }
  }

  private boolean readOnce(Predicate<Happened> last) {
    try (Stream<String> lines = api.lines(path, seq)) {
      for (Iterator<String> iterator = lines.iterator(); iterator.hasNext(); ) {
        String line = iterator.next();
        if (line.startsWith(DATA)) {
          Happened happened = read(line.substring(DATA.length()));
          seq = happened.seq();
          if (last.test(happened)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Happened read(String data) {
    try {
      JsonNode tree = JSON.readTree(data);
      return new Happened(
          tree.path("seq").asLong(),
          Instant.parse(tree.path("at").asText()),
          JSON.treeToValue(tree.path("event"), ReleaseEvent.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
