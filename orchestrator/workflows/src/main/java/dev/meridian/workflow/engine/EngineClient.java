package dev.meridian.workflow.engine;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.PayloadConverter;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection to the engine; connects when the first call is made. */
public final class EngineClient implements AutoCloseable {
  /** An engine that is back is found again after this, however long it was away. */
  private static final Duration RECONNECT = Duration.ofSeconds(1);

  private final WorkflowServiceStubs service;
  private final WorkflowClient client;

  private EngineClient(WorkflowServiceStubs service, WorkflowClient client) {
    this.service = service;
    this.client = client;
  }

  /**
   * @param patience how long a call is retried before it fails; polls of workers have their own
   * @param json how payloads are written
   */
  public static EngineClient open(
      EngineAddress address, String identity, Duration patience, PayloadConverter json) {
    WorkflowServiceStubsOptions.Builder options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(address.target())
            .setEnableHttps(address.tls())
            .setRpcTimeout(patience)
            .setSystemInfoTimeout(patience)
            .setConnectionBackoffResetFrequency(RECONNECT)
            .setRpcRetryOptions(
                RpcRetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(100))
                    .setMaximumJitterCoefficient(0.2)
                    .setExpiration(patience)
                    .build());
    address.apiKey().ifPresent(key -> options.addApiKey(() -> key));
    WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(options.build());
    WorkflowClient client =
        WorkflowClient.newInstance(
            service,
            WorkflowClientOptions.newBuilder()
                .setNamespace(address.namespace())
                .setIdentity(identity)
                .setDataConverter(
                    DefaultDataConverter.newDefaultInstance().withPayloadConverterOverrides(json))
                .build());
    return new EngineClient(service, client);
  }

  public WorkflowClient client() {
    return client;
  }

  @Override
  public void close() {
    service.shutdownNow();
    service.awaitTermination(2, TimeUnit.SECONDS);
  }
}
