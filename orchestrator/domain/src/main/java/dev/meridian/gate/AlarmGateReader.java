package dev.meridian.gate;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import dev.meridian.gate.alarm.Alert;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a gate of kind alarm: which alert, and what it does. */
final class AlarmGateReader {
  private static final String LABEL_NAME = "[a-zA-Z_][a-zA-Z0-9_]*";

  private AlarmGateReader() {}

  static Value<GateSpec> read(DocumentReader gate, GateReader.Shared shared) {
    Value<String> alert = gate.required("alert").text();
    Value<SortedMap<String, String>> labels =
        gate.optional("labels")
            .map()
            .check(
                map -> map.keySet().stream().allMatch(name -> name.matches(LABEL_NAME)),
                "should be names of labels with their values",
                "Use letters, digits and _ in names, not beginning with a digit.")
            .check(
                map -> !map.containsKey(Alert.NAME),
                "should not name the alert again",
                "Write it as \"alert\" only.");
    Value<GateSpec.Effect> effect = gate.optional("effect").oneOf(GateSpec.Effect.class);
    return gate.build(() ->
        new GateSpec.Alarm(
            shared.name().get(),
            shared.isCritical() && effect.or(GateSpec.Effect.HOLD) != GateSpec.Effect.NOTE,
            alert.get(),
            labels.or(new TreeMap<>()),
            effect.or(GateSpec.Effect.HOLD),
            shared.every(),
            shared.minimumGood()));
  }
}
