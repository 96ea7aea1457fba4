package dev.meridian.worker.image;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a registry sends those who have no token yet ({@code WWW-Authenticate: Bearer ...}). */
final class BearerChallenge {
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private BearerChallenge() {}

  /** The address that gives a token for what was asked. */
  static Optional<URI> tokenAddress(String header) {
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(header);
    while (matcher.find()) {
      parameters.put(matcher.group(1), matcher.group(2));
    }
    String realm = parameters.remove("realm");
    if (realm == null) {
      return Optional.empty();
    }
    StringBuilder address = new StringBuilder(realm);
    parameters.forEach((name, value) ->
        address
            .append(address.indexOf("?") < 0 ? '?' : '&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return Optional.of(URI.create(address.toString()));
  }
}
