package dev.meridian.cli.sealed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.cli.sandbox.Durations;
import dev.meridian.cli.scenario.StoryReport;
import dev.meridian.ledger.json.MeridianJson;
import java.util.Locale;

/** Opened envelopes, for people and for programs. */
final class SealedReport {
  private SealedReport() {}

  /** Everything about one. */
  static String text(Opened opened) {
    return String.join(
        System.lineSeparator(),
        StoryReport.text(opened.end()),
        "",
        "the envelope held: " + opened.envelope().contents().told(),
        "  " + opened.judgement().words(),
        harm(opened.harm()),
        "  its hash again: printf '%s' '" + opened.envelope().text() + "' | sha256sum");
  }

  /** One of many, in a line. */
  static String line(Opened opened) {
    return String.format(
        Locale.ROOT,
        "%6d  %-10s  %,9d %,9d %,9d  %5.1f s  %9s  %s%s",
        opened.envelope().seed(),
        opened.judgement().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        opened.harm().meridian(),
        opened.harm().atOnce(),
        opened.harm().hourly(),
        opened.end().wall().toMillis() / 1000.0,
        Durations.words(opened.end().meridian()),
        opened.envelope().contents().told(),
        opened.judgement().right() ? "" : "; " + opened.end().decisive());
  }

  /** What stands above the lines of many. */
  static String heading() {
    return "  seed  verdict      harmed:  at once    hourly   on the wall, Meridian time, envelope";
  }

  /** All together. */
  static String text(Tally tally) {
    return String.format(
        Locale.ROOT,
        "%n%d of %d right: %d hits, %d cleared; %d misses, %d false stops%n%s",
        tally.right(),
        tally.opened().size(),
        tally.count(Judgement.HIT),
        tally.count(Judgement.CLEARED),
        tally.count(Judgement.MISS),
        tally.count(Judgement.FALSE_STOP),
        harm(tally.harm()));
  }

  static ObjectNode json(Opened opened) {
    ObjectNode tree = MeridianJson.mapper().createObjectNode();
    tree.put("seed", opened.envelope().seed());
    tree.put("sha256", opened.envelope().hash());
    tree.put("envelope", opened.envelope().text());
    tree.put("judgement", opened.judgement().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    tree.put("right", opened.judgement().right());
    tree.set("usersHarmed", json(opened.harm()));
    tree.set("end", StoryReport.json(opened.end()));
    return tree;
  }

  static ObjectNode json(Tally tally) {
    ObjectNode tree = MeridianJson.mapper().createObjectNode();
    tree.put("runs", tally.opened().size());
    tree.put("right", tally.right());
    tree.put("hits", tally.count(Judgement.HIT));
    tree.put("cleared", tally.count(Judgement.CLEARED));
    tree.put("misses", tally.count(Judgement.MISS));
    tree.put("falseStops", tally.count(Judgement.FALSE_STOP));
    tree.set("usersHarmed", json(tally.harm()));
    ArrayNode each = tree.putArray("opened");
    tally.opened().forEach(opened -> each.add(json(opened)));
    return tree;
  }

  private static String harm(Harm harm) {
    return String.format(
        Locale.ROOT,
        "  users harmed %,9d  under Meridian%n"
            + "               %,9d  had all regions got it at once%n"
            + "               %,9d  had they got it one by one, an hour each%n"
            + "  The others have an alarm on the same ceilings, five bad minutes in a row in any region,%n"
            + "  and everything is back ten minutes later. Meridian's own computing counts at the pace.",
        harm.meridian(),
        harm.atOnce(),
        harm.hourly());
  }

  private static ObjectNode json(Harm harm) {
    ObjectNode tree = MeridianJson.mapper().createObjectNode();
    tree.put("meridian", harm.meridian());
    tree.put("allAtOnce", harm.atOnce());
    tree.put("hourly", harm.hourly());
    return tree;
  }
}
