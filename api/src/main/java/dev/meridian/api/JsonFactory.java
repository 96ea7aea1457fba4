package dev.meridian.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.ledger.json.MeridianJson;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.jackson.ObjectMapperFactory;
import jakarta.inject.Singleton;

/** The api speaks the JSON of the ledger: an event reads the same wherever it is seen. */
@Factory
final class JsonFactory {
  @Singleton
  @Replaces(bean = ObjectMapper.class, factory = ObjectMapperFactory.class)
  ObjectMapper mapper() {
    return MeridianJson.mapper();
  }
}
