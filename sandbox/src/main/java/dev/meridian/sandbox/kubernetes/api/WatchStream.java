package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.cluster.Cluster;
import dev.meridian.sandbox.kubernetes.cluster.Cluster.Snapshot;
import dev.meridian.sandbox.kubernetes.cluster.EventLog.Event;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** Changes of a selection of objects, line by line as they happen. */
final class WatchStream {
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration BOOKMARKS = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final ResourcePath path;
  private final Predicate<ApiObject> selected;
  private final Function<ApiObject, ObjectNode> face;
  private final String from;
  private final boolean initial;
  private final boolean bookmarks;
  private final Duration limit;

  /**
   * @param face how an object is shown: as itself, or as a row of a table
   */
  WatchStream(
      Cluster cluster,
      ResourcePath path,
      ApiRequest request,
      Function<ApiObject, ObjectNode> face) {
    this.cluster = cluster;
    this.path = path;
    this.selected = Listing.selector(path.kind(), request);
    this.face = face;
    this.from = request.parameter("resourceVersion");
    this.initial = request.flag("sendInitialEvents");
    this.bookmarks = request.flag("allowWatchBookmarks");
    this.limit = request.number("timeoutSeconds").map(Duration::ofSeconds).orElse(LONGEST);
  }

  /** Writes until {@code open} is false, the limit has passed, or the client is gone. */
  void run(OutputStream out, BooleanSupplier open) throws IOException {
    try {
      long revision = begin(out);
      long end = System.nanoTime() + limit.toNanos();
      long bookmark = System.nanoTime() + BOOKMARKS.toNanos();
      while (open.getAsBoolean() && System.nanoTime() < end) {
        List<Event> events = cluster.log().after(revision, LOOK);
        for (Event event : events) {
          show(event, out);
          revision = event.revision();
        }
        out.flush();
        if (bookmarks && System.nanoTime() > bookmark) {
          write(out, "BOOKMARK", bookmark(revision));
          bookmark = System.nanoTime() + BOOKMARKS.toNanos();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Refusal refusal) {
      write(out, "ERROR", refusal.status());
    }
    out.flush();
  }

  /** Without a version to begin at, all that is there is announced first. */
  private long begin(OutputStream out) throws IOException {
    boolean announce = initial || from.isEmpty() || from.equals("0");
    if (!announce) {
      return Long.parseLong(from);
    }
    Snapshot snapshot = cluster.list(path.kind(), path.namespace());
    for (ApiObject object : snapshot.objects()) {
      if (selected.test(object)) {
        write(out, "ADDED", face.apply(object));
      }
    }
    if (initial) {
      ObjectNode mark = bookmark(snapshot.revision());
      new ApiObject(mark)
          .metadata()
          .putObject("annotations")
          .put("k8s.io/initial-events-end", "true");
      write(out, "BOOKMARK", mark);
    }
    out.flush();
    return snapshot.revision();
  }

  private void show(Event event, OutputStream out) throws IOException {
    ResourceKind kind = path.kind();
    boolean elsewhere =
        !event.key().kind().is(kind)
            || !(path.namespace().isEmpty() || path.namespace().equals(event.key().namespace()))
            || !(path.name().isEmpty() || path.name().equals(event.key().name()));
    if (elsewhere) {
      return;
    }
    Optional<ApiObject> before = event.before().filter(selected);
    Optional<ApiObject> after = event.after().filter(selected);
    if (after.isPresent()) {
      write(out, before.isPresent() ? "MODIFIED" : "ADDED", face.apply(after.get()));
    } else if (before.isPresent()) {
      write(out, "DELETED", face.apply(event.after().orElse(before.get())));
    }
  }

  private ObjectNode bookmark(long revision) {
    ApiObject object = ApiObject.of(path.kind());
    object.metadata().put("resourceVersion", Long.toString(revision));
    return object.tree();
  }

  private static void write(OutputStream out, String type, ObjectNode object) throws IOException {
    ObjectNode event = ApiObject.JSON.createObjectNode();
    event.put("type", type).set("object", object);
    out.write((event + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
