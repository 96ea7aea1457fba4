package dev.meridian.sandbox.dns;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;

/** The same contract, run by AWS itself. */
@EnabledIfEnvironmentVariable(
    named = "MERIDIAN_CONTRACT_ROUTE53_ZONE",
    matches = "Z[A-Z0-9]+",
    disabledReason =
        "needs AWS credentials in the environment and MERIDIAN_CONTRACT_ROUTE53_ZONE, the id of a"
            + " hosted zone in which the test may create records below meridian-contract")
final class RealRoute53Test extends Route53Contract {
  private final Route53Client client =
      Route53Client.builder()
          .region(Region.US_EAST_1)
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();
  private final String zoneName = client.getHostedZone(r -> r.id(zoneId())).hostedZone().name();

  @Override
  Route53Client client() {
    return client;
  }

  @Override
  String zoneId() {
    return System.getenv("MERIDIAN_CONTRACT_ROUTE53_ZONE");
  }

  @Override
  String name() {
    return "meridian-contract." + zoneName;
  }

  @Override
  void close() {
    client.close();
  }
}
