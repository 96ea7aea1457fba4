package dev.meridian.service;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${name}} in a text stands for a parameter; {@code $${name}} is the text {@code ${name}}
 * itself, as a shell script in a manifest needs it. There are no defaults, conditions or nesting: a
 * template that needs them wants another engine.
 */
public final class Placeholders {
  private static final Pattern SHAPE = Pattern.compile("(\\$?)\\$\\{([^${}]*)\\}");

  private Placeholders() {}

  /** Every name that stands in {@code text}, sorted. */
  public static NavigableSet<String> in(String text) {
    NavigableSet<String> names = new TreeSet<>();
    SHAPE
        .matcher(text)
        .results()
        .filter(found -> !escaped(found))
        .forEach(found -> names.add(found.group(2)));
    return names;
  }

  /**
   * The text with each name replaced by its value; a value is never looked into again.
   *
   * @throws IllegalArgumentException when a name has no value
   */
  public static String fill(String text, Map<String, String> values) {
    return SHAPE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement(found, values)));
  }

  private static String replacement(MatchResult found, Map<String, String> values) {
    if (escaped(found)) {
      return found.group().substring(1);
    }
    String value = values.get(found.group(2));
    if (value == null) {
      throw new IllegalArgumentException(found.group() + " has no value");
    }
    return value;
  }

  private static boolean escaped(MatchResult found) {
    return !found.group(1).isEmpty();
  }
}
