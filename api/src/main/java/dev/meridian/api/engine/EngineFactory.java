package dev.meridian.api.engine;

import dev.meridian.ledger.json.MeridianJson;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Connects when the first call is made, so that the api starts although the engine is away. */
@Factory
@Requires(bean = EngineAddress.class)
final class EngineFactory {
  /** A person is waiting: an engine that is away is noticed within these, not within minutes. */
  private static final Duration CALL = Duration.ofSeconds(3);

  private static final Duration CALL_WITH_RETRIES = Duration.ofSeconds(4);

  @Singleton
  @Bean(preDestroy = "shutdownNow")
  WorkflowServiceStubs service(EngineAddress address) {
    WorkflowServiceStubsOptions.Builder options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(address.target())
            .setEnableHttps(address.tls())
            .setRpcTimeout(CALL)
            .setSystemInfoTimeout(CALL)
            .setRpcRetryOptions(
                RpcRetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(100))
                    .setMaximumJitterCoefficient(0.2)
                    .setExpiration(CALL_WITH_RETRIES)
                    .build());
    address.apiKey().ifPresent(key -> options.addApiKey(() -> key));
    return WorkflowServiceStubs.newServiceStubs(options.build());
  }

  @Singleton
  WorkflowClient client(WorkflowServiceStubs service, EngineAddress address) {
    return WorkflowClient.newInstance(
        service,
        WorkflowClientOptions.newBuilder()
            .setNamespace(address.namespace())
            .setIdentity("meridian-api")
            .setDataConverter(
                DefaultDataConverter.newDefaultInstance()
                    .withPayloadConverterOverrides(
                        new JacksonJsonPayloadConverter(MeridianJson.mapper())))
            .build());
  }

  @Singleton
  ReleaseEngine releaseEngine(WorkflowClient client) {
    return new TemporalReleaseEngine(client);
  }

  @Singleton
  Inquirer inquirer(WorkflowClient client) {
    return new TemporalInquirer(client);
  }
}
