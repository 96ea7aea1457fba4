package dev.meridian.api.identity;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;

/** Tells a caller who they are here. */
@Controller("/api/v1/me")
final class MeController {
  @Get
  @Operation(summary = "Who I am")
  Actor me(@Parameter(hidden = true) Actor actor) {
    return actor;
  }
}
