package dev.meridian.sandbox.loopback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request, read whole.
 *
 * @param method upper case
 * @param path decoded, without query
 * @param parameters of the query, and of the form if the body is one
 * @param headers by lower-case name, of a repeated one the first
 * @param body as text
 */
public record Asked(
    String method,
    String path,
    SortedMap<String, List<String>> parameters,
    SortedMap<String, String> headers,
    String body) {
  public Asked {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The first value of a parameter; an empty one counts as absent. */
  public Optional<String> parameter(String name) {
    return all(name).stream().findFirst().filter(value -> !value.isEmpty());
  }

  /** Every value of a parameter, in the order of the request. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /**
   * Reads {@code a=1&b=2}, adding to {@code into}.
   *
   * @throws IllegalArgumentException when a percent sign is followed by no two hexadecimal digits
   */
  static void read(String encoded, SortedMap<String, List<String>> into) {
    for (String pair : encoded.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      into.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
