package dev.meridian.api.document;

import dev.meridian.api.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a document as an entity tag: {@code "3"}. */
final class ETags {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private ETags() {}

  static String of(int version) {
    return "\"" + version + "\"";
  }

  /**
   * The version that a writer has seen: that of {@code If-Match}, 0 for {@code If-None-Match: *},
   * empty when they did not say.
   */
  static Optional<Integer> expected(HttpRequest<?> request) {
    if ("*".equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))) {
      return Optional.of(0);
    }
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.IF_MATCH))
        .filter(header -> !header.equals("*"))
        .map(ETags::version);
  }

  private static int version(String header) {
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw ProblemException.invalidParameter(
          "If-Match",
          header,
          "is no entity tag of a document",
          "Send the ETag of the GET that you have seen, for example \"3\".");
    }
    return Integer.parseInt(tag.group(1));
  }
}
