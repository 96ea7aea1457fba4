package dev.meridian.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;

/** The api refused; the message is its problem document in words. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  RefusedException(int status, HttpRequest request, JsonNode problem) {
    super(
        request.method()
            + " "
            + request.uri().getPath()
            + " was answered "
            + status
            + ": "
            + problem.path("detail").asText(problem.path("title").asText(""))
            + errors(problem));
    this.status = status;
  }

  public int status() {
    return status;
  }

  private static String errors(JsonNode problem) {
    StringBuilder text = new StringBuilder();
    for (JsonNode error : problem.path("errors")) {
      text.append("\n  ").append(error.path("pointer").asText());
      text.append(": ").append(error.path("message").asText());
      text.append(' ').append(error.path("remedy").asText());
    }
    return text.toString();
  }
}
