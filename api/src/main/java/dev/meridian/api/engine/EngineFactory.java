package dev.meridian.api.engine;

import dev.meridian.ledger.json.MeridianJson;
import dev.meridian.workflow.engine.EngineAddress;
import dev.meridian.workflow.engine.EngineClient;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Connects when the first call is made, so that the api starts although the engine is away. */
@Factory
@Requires(bean = EngineAddress.class)
final class EngineFactory {
  /** A person is waiting: an engine that is away is noticed within seconds, not within minutes. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Singleton
  @Bean(preDestroy = "close")
  EngineClient engine(EngineAddress address) {
    return EngineClient.open(
        address, "meridian-api", PATIENCE, new JacksonJsonPayloadConverter(MeridianJson.mapper()));
  }

  @Singleton
  ReleaseEngine releaseEngine(EngineClient engine) {
    return new TemporalReleaseEngine(engine.client());
  }

  @Singleton
  Inquirer inquirer(EngineClient engine) {
    return new TemporalInquirer(engine.client());
  }
}
