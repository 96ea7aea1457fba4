package dev.meridian.worker.traffic;

import dev.meridian.worker.WorkerSettings;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.Route53ClientBuilder;

/** Makes the one client of a worker. */
final class Route53Clients {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private Route53Clients() {}

  /**
   * AWS's own endpoint with the usual credentials; or the configured one, with credentials of the
   * environment or placeholders, because an endpoint that is not AWS's may have none. Retries are
   * ours: the SDK's own give up after 2.5 s and know nothing of the budget.
   */
  static Route53Client of(WorkerSettings settings) {
    Route53ClientBuilder builder =
        Route53Client.builder()
            .region(Region.US_EAST_1)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
            .overrideConfiguration(override ->
                override
                    .retryStrategy(DefaultRetryStrategy.doNotRetry())
                    .apiCallTimeout(ANSWER.plus(CONNECT)));
    settings
        .route53()
        .ifPresent(endpoint -> builder.endpointOverride(endpoint).credentialsProvider(elsewhere()));
    return builder.build();
  }

  private static AwsCredentialsProviderChain elsewhere() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("meridian", "unsigned")));
  }
}
