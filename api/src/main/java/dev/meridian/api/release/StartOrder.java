package dev.meridian.api.release;

import dev.meridian.api.plan.WantedRevision;
import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a start.
 *
 * @param wanted which revision of which service
 * @param reason why, for everybody who will read the history
 */
record StartOrder(WantedRevision wanted, String reason) {
  /** The shape that the interface's description shows. */
  @Schema(
      name = "StartRelease",
      requiredProperties = {"service", "reason"})
  record Shape(
      String service, Optional<String> image, Map<String, String> parameters, String reason) {}

  static Value<StartOrder> read(DocumentReader request) {
    Value<WantedRevision> wanted = WantedRevision.read(request);
    Value<String> reason = request.required("reason").text();
    return request.build(() -> new StartOrder(wanted.get(), reason.get()));
  }
}
