package dev.meridian.api.command;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import dev.meridian.region.RegionCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * The body of a command.
 *
 * @param reason why, for everybody who will read the history
 * @param region of a retry
 */
@Schema(requiredProperties = "reason")
record CommandBody(String reason, @Schema(type = "string") Optional<RegionCode> region) {
  /**
   * @param needsRegion whether the command is about one region
   */
  static Value<CommandBody> read(DocumentReader request, boolean needsRegion) {
    Value<String> reason = request.required("reason").text();
    if (!needsRegion) {
      return request.build(() -> new CommandBody(reason.get(), Optional.empty()));
    }
    Value<RegionCode> region = request.required("region").as(RegionCode::new);
    return request.build(() -> new CommandBody(reason.get(), region.maybe()));
  }
}
