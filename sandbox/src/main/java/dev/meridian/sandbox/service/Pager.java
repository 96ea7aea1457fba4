package dev.meridian.sandbox.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.sandbox.loopback.Answer;
import dev.meridian.sandbox.loopback.Asked;
import dev.meridian.sandbox.loopback.LoopbackServer;
import dev.meridian.sandbox.world.Journal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The pager of whoever is on call: {@code POST /pages} rings, {@code GET /pages} lists. The same
 * {@code dedupKey} of the same release rings once.
 */
public final class Pager implements AutoCloseable {
  private static final String KIND = "page";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journal journal;
  private final LoopbackServer server;

  private Pager(Journal journal, int port) {
    this.journal = journal;
    this.server = LoopbackServer.start(port, this::answer);
  }

  /**
   * Listens; pages from before a restart are still there.
   *
   * @param port 0 for any free one
   */
  public static Pager start(Journal journal, int port) {
    return new Pager(journal, port);
  }

  /** Where pages are posted. */
  public URI address() {
    return server.address().resolve("/pages");
  }

  /** All pages in order, each with {@code at}, the world's time. */
  public List<Map<String, Object>> pages() {
    List<Map<String, Object>> pages = new ArrayList<>();
    for (Journal.Entry entry : journal.entries(KIND)) {
      Map<String, Object> page = new LinkedHashMap<>(entry.payload());
      page.put("at", entry.at().toString());
      pages.add(page);
    }
    return pages;
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(Asked asked) {
    if (!asked.path().equals("/pages")) {
      return Answer.problem(404, "no such path", "POST or GET /pages");
    }
    return switch (asked.method()) {
      case "GET" -> Answer.json(200, Map.of("pages", pages()));
      case "POST" -> ring(asked.body());
      default -> Answer.problem(405, "no such method", "POST or GET /pages");
    };
  }

  private synchronized Answer ring(String body) {
    try {
      Map<String, Object> page = JSON.readValue(body, new TypeReference<Map<String, Object>>() {});
      if (pages().stream().noneMatch(each -> same(each, page))) {
        journal.append(KIND, page);
      }
      return new Answer(202, "", "");
    } catch (JsonProcessingException e) {
      return Answer.problem(400, "unreadable page", "a page should be a JSON object");
    }
  }

  private static boolean same(Map<String, Object> one, Map<String, Object> other) {
    return one.get("dedupKey") != null
        && Objects.equals(one.get("dedupKey"), other.get("dedupKey"))
        && Objects.equals(one.get("release"), other.get("release"));
  }
}
