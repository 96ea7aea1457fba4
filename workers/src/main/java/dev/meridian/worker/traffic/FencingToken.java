package dev.meridian.worker.traffic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the zone itself remembers of the newest change: {@code "v1 17 owner"} in a TXT record.
 *
 * @param number grows by one with each change
 * @param owner whose change it was; no spaces, no quotation marks
 */
record FencingToken(long number, String owner) {
  private static final Pattern FORM = Pattern.compile("\"v1 (\\d{1,18}) ([^\" ]+)\"");

  /** Reads a TXT value with its quotation marks; empty when it is no token. */
  static Optional<FencingToken> parse(String value) {
    Matcher matcher = FORM.matcher(value);
    return matcher.matches()
        ? Optional.of(new FencingToken(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** As a TXT value. */
  String value() {
    return "\"v1 " + number + " " + owner + "\"";
  }
}
