package dev.meridian.worker.manifest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts parameters into text and remembers which were unknown. {@code ${cpu}} is the value of {@code
 * cpu}; {@code $${HOME}} is the text {@code ${HOME}}, for shells.
 */
final class Substitution {
  private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([^}]*)}");

  private final SortedMap<String, String> parameters;
  private final SequencedSet<String> unknown = new LinkedHashSet<>();

  Substitution(SortedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  String apply(String text) {
    return REFERENCE.matcher(text).replaceAll(this::replacement);
  }

  private String replacement(java.util.regex.MatchResult reference) {
    String name = reference.group(2);
    if (!reference.group(1).isEmpty()) {
      return Matcher.quoteReplacement("${" + name + "}");
    }
    String value = parameters.get(name);
    if (value == null) {
      unknown.add(name);
      return "";
    }
    return Matcher.quoteReplacement(value);
  }

  /** In the order of their first use. */
  List<String> unknown() {
    return new ArrayList<>(unknown);
  }
}
