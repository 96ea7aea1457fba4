package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.time.Instant;

/**
 * One condition in a status.
 *
 * @param updated when reason or message last changed
 * @param turned when the status last changed
 */
record Condition(
    String type, boolean holds, String reason, String message, Instant updated, Instant turned) {

  static Condition of(String type, boolean holds, Instant since) {
    return new Condition(type, holds, "", "", since, since);
  }

  /** The same condition with what is true now; its times move only with what they stand for. */
  Condition now(boolean holdsNow, String why, String text, Instant when) {
    if (holds == holdsNow && reason.equals(why) && message.equals(text)) {
      return this;
    }
    return new Condition(type, holdsNow, why, text, when, holds == holdsNow ? turned : when);
  }

  ObjectNode json() {
    ObjectNode json = ApiObject.JSON.createObjectNode();
    json.put("type", type).put("status", holds ? "True" : "False");
    if (!reason.isEmpty()) {
      json.put("reason", reason).put("message", message);
    }
    json.put("lastUpdateTime", ApiObject.time(updated));
    return json.put("lastTransitionTime", ApiObject.time(turned));
  }
}
