package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which labels match: {@code app=checkout,tier in (web,api),!canary}.
 *
 * @param requirements all of which must hold
 */
public record LabelSelector(List<Requirement> requirements) {
  public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(?:(?<not>!)\\s*(?<absent>[\\w./-]+)"
              + "|(?<key>[\\w./-]+)\\s*(?:(?<op>==?|!=)\\s*(?<value>[\\w.-]*)"
              + "|\\s+(?<set>in|notin)\\s*\\((?<values>[^)]*)\\))?)\\s*(?:,|$)");

  /**
   * One condition.
   *
   * @param values for {@link Operator#IN} and {@link Operator#NOT_IN}
   */
  public record Requirement(String key, Operator operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }

    boolean matches(SortedMap<String, String> labels) {
      return switch (operator) {
        case IN -> labels.containsKey(key) && values.contains(labels.get(key));
        case NOT_IN -> !labels.containsKey(key) || !values.contains(labels.get(key));
        case EXISTS -> labels.containsKey(key);
        case DOES_NOT_EXIST -> !labels.containsKey(key);
      };
    }
  }

  /** How a label is compared. */
  public enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST
  }

  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  public boolean matches(SortedMap<String, String> labels) {
    return requirements.stream().allMatch(each -> each.matches(labels));
  }

  /**
   * Reads the query parameter's form; blank selects everything.
   *
   * @throws Refusal 400 when it cannot be read
   */
  public static LabelSelector parse(String text) {
    List<Requirement> found = new ArrayList<>();
    Matcher term = TERM.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!term.find(at) || term.start() != at) {
        throw Refusal.badRequest(
            "unable to parse requirement: found '" + text.substring(at) + "' in \"" + text + "\"");
      }
      found.add(requirement(term));
      at = term.end();
    }
    return new LabelSelector(found);
  }

  private static Requirement requirement(Matcher term) {
    if (term.group("not") != null) {
      return new Requirement(term.group("absent"), Operator.DOES_NOT_EXIST, List.of());
    }
    String key = term.group("key");
    if (term.group("set") != null) {
      List<String> values = List.of(term.group("values").strip().split("\\s*,\\s*", -1));
      Operator operator = term.group("set").equals("in") ? Operator.IN : Operator.NOT_IN;
      return new Requirement(key, operator, values);
    }
    if (term.group("op") == null) {
      return new Requirement(key, Operator.EXISTS, List.of());
    }
    Operator operator = term.group("op").equals("!=") ? Operator.NOT_IN : Operator.IN;
    return new Requirement(key, operator, List.of(term.group("value")));
  }

  /** Reads a {@code spec.selector} with {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(JsonNode selector) {
    List<Requirement> found = new ArrayList<>();
    ApiObject.texts(selector.path("matchLabels"))
        .forEach((key, value) -> found.add(new Requirement(key, Operator.IN, List.of(value))));
    for (JsonNode each : selector.path("matchExpressions")) {
      TreeSet<String> values = new TreeSet<>();
      each.path("values").forEach(value -> values.add(value.asText()));
      Operator operator =
          switch (each.path("operator").asText()) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            default -> Operator.DOES_NOT_EXIST;
          };
      found.add(new Requirement(each.path("key").asText(), operator, List.copyOf(values)));
    }
    return new LabelSelector(found);
  }
}
