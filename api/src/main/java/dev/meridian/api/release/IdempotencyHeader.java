package dev.meridian.api.release;

import dev.meridian.api.document.BodyTree;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.ledger.Releases.IdempotencyKey;
import dev.meridian.ledger.chain.Sha256;
import dev.meridian.ledger.json.CanonicalJson;
import java.util.regex.Pattern;

/** The {@code Idempotency-Key} that makes a POST that is sent twice one POST. */
public final class IdempotencyHeader {
  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private IdempotencyHeader() {}

  /**
   * The header's text.
   *
   * @throws ProblemException when it is empty, too long, or holds spaces
   */
  public static String checked(String header) {
    if (!SHAPE.matcher(header).matches()) {
      throw ProblemException.invalidParameter(
          "Idempotency-Key",
          header,
          "should be 1 to 200 printable characters without spaces",
          "Send for example the id of the pipeline run.");
    }
    return header;
  }

  /** The key with a hash of the body, in which the order of fields does not count. */
  public static IdempotencyKey with(String header, BodyTree body) {
    return new IdempotencyKey(checked(header), Sha256.of(CanonicalJson.of(body.object())));
  }
}
