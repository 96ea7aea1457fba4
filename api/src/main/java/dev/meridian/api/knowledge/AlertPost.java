package dev.meridian.api.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Alertmanager posts: the part of it that is read. Every other field is left alone.
 *
 * @param version of the format
 */
record AlertPost(
    @Schema(requiredMode = RequiredMode.NOT_REQUIRED, example = "4") Optional<String> version,
    List<One> alerts) {
  /**
   * One alert.
   *
   * @param status {@code firing} or {@code resolved}
   * @param fingerprint of its labels
   * @param startsAt when it began; with the fingerprint it names one time that it fired
   * @param labels {@code alertname}, those of the presence that it is about, and any others
   * @param annotations of which the summary is kept
   */
  @Schema(name = "AlertmanagerAlert")
  record One(
      @Schema(example = "firing") String status,
      String fingerprint,
      Instant startsAt,
      Map<String, String> labels,
      @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Map<String, String> annotations) {}
}
