package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a request is answered with. */
sealed interface Answer {
  /** A JSON object with an HTTP status. */
  record Json(int code, ObjectNode body) implements Answer {}

  /** Plain text, with 200. */
  record Text(String body) implements Answer {}

  /** Changes as they happen, until the client or its time limit ends it. */
  record Watching(WatchStream stream) implements Answer {}

  static Answer ok(ObjectNode body) {
    return new Json(200, body);
  }
}
