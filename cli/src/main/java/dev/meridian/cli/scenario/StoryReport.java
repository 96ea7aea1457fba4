package dev.meridian.cli.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.cli.sandbox.Durations;
import dev.meridian.ledger.json.MeridianJson;
import java.util.Locale;

/** The end of a story, for people and for programs. */
public final class StoryReport {
  private StoryReport() {}

  /** Three lines. */
  public static String text(StoryEnd end) {
    return String.format(
        Locale.ROOT,
        "%s: %s%n  because %s%n  %.1f s on the wall, %s of Meridian time",
        end.status().words().toUpperCase(Locale.ROOT),
        end.reason(),
        end.decisive(),
        end.wall().toMillis() / 1000.0,
        Durations.words(end.meridian()));
  }

  /** One document. */
  public static ObjectNode json(StoryEnd end) {
    ObjectNode tree = MeridianJson.mapper().createObjectNode();
    tree.put("status", end.status().words());
    tree.put("exitStatus", end.status().code());
    tree.put("release", end.release());
    tree.put("reason", end.reason());
    tree.put("decisive", end.decisive());
    tree.put("evidence", end.evidence());
    tree.put("wallSeconds", end.wall().toMillis() / 1000.0);
    tree.put("meridianTime", end.meridian().toString());
    return tree;
  }
}
