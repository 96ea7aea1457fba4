package dev.meridian.service;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a release that is wanted while another one of the service is active. */
public enum WhileActive {
  /** It waits for its turn; of those that wait only the newest is kept. */
  @JsonProperty("wait")
  WAIT,
  /** It is not taken: whoever wanted it comes again. */
  @JsonProperty("refuse")
  REFUSE
}
