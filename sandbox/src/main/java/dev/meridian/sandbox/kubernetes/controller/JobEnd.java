package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.time.Instant;

/**
 * How a Job ends.
 *
 * @param reason for people, as in the condition
 */
record JobEnd(Instant at, boolean completed, String reason) {
  static JobEnd complete(Instant at) {
    return new JobEnd(at, true, "CompletionsReached");
  }

  static JobEnd failed(Instant at, String reason) {
    return new JobEnd(at, false, reason);
  }

  ObjectNode condition() {
    String message =
        switch (reason) {
          case "BackoffLimitExceeded" -> "Job has reached the specified backoff limit";
          case "DeadlineExceeded" -> "Job was active longer than specified deadline";
          default -> "Reached expected number of succeeded pods";
        };
    ObjectNode json = ApiObject.JSON.createObjectNode();
    json.put("type", completed ? "Complete" : "Failed").put("status", "True");
    json.put("lastProbeTime", ApiObject.time(at)).put("lastTransitionTime", ApiObject.time(at));
    return json.put("reason", reason).put("message", message);
  }
}
