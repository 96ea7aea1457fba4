package dev.meridian.service;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Content hash of a revision: 64 hexadecimal digits of SHA-256. */
public record RevisionId(@JsonValue String hash) {
  /**
   * @throws IllegalArgumentException when it is not 64 hexadecimal digits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RevisionId {
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("revision should be 64 hex digits: was \"" + hash + "\"");
    }
  }

  /** The first 12 digits: the value of the pod and metric label. */
  public String label() {
    return hash.substring(0, 12);
  }

  @Override
  public String toString() {
    return label();
  }
}
