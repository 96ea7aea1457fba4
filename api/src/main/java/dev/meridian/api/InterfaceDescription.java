package dev.meridian.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;

/** Serves the OpenAPI document that the compiler writes from the controllers. */
@Controller("/api/v1/openapi.yml")
@OpenAPIDefinition(
    info =
        @Info(
            title = "meridian",
            version = "v1",
            description =
                "Brings one revision of a service to every region of the world, a wave at a time."
                    + " Errors are application/problem+json."),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
final class InterfaceDescription {
  private static final String WRITTEN = "/META-INF/swagger/meridian-v1.yml";

  @Get(produces = "application/yaml")
  @Hidden
  byte[] get() throws IOException {
    try (InputStream written = InterfaceDescription.class.getResourceAsStream(WRITTEN)) {
      if (written == null) {
        throw new IOException(WRITTEN + " is not on the class path");
      }
      return written.readAllBytes();
    }
  }
}
