package dev.meridian.worker.traffic;

import dev.meridian.failure.FailureCode;
import dev.meridian.worker.ActivityFailures;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.ShortRetries;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Route 53 as one execution of an activity uses it: within the budget, with short retries. */
final class HostedZone {
  private static final int TRIES = 6;

  private final Route53Client client;
  private final RequestBudget budget;
  private final RequestBudget.Use use;
  private final Pulse pulse;

  HostedZone(Route53Client client, RequestBudget budget, RequestBudget.Use use, Pulse pulse) {
    this.client = client;
    this.budget = budget;
    this.use = use;
    this.pulse = pulse;
  }

  /** Every record set of the name, and the token's. */
  NameRecords read(WeightedName name) {
    List<ResourceRecordSet> sets = new ArrayList<>();
    TreeSet<String> otherTypes = new TreeSet<>();
    Optional<ResourceRecordSet> token = Optional.empty();
    for (ResourceRecordSet set : below(name)) {
      if (set.name().equals(name.tokenName()) && set.type() == RRType.TXT) {
        token = Optional.of(set);
      } else if (set.name().equals(name.name()) && set.typeAsString().equals(name.type())) {
        sets.add(set);
      } else if (set.name().equals(name.name())) {
        otherTypes.add(set.typeAsString());
      }
    }
    return new NameRecords(name, sets, List.copyOf(otherTypes), token);
  }

  /** The name and everything below it: Route 53 lists by labels from the right. */
  private List<ResourceRecordSet> below(WeightedName name) {
    List<ResourceRecordSet> found = new ArrayList<>();
    ListResourceRecordSetsResponse page = page(name, Optional.empty());
    while (true) {
      List<ResourceRecordSet> sets = page.resourceRecordSets();
      sets.stream().filter(set -> within(set.name(), name)).forEach(found::add);
      boolean beyond = !sets.isEmpty() && !within(sets.getLast().name(), name);
      if (!page.isTruncated() || beyond) {
        return found;
      }
      page = page(name, Optional.of(page));
    }
  }

  private static boolean within(String listed, WeightedName name) {
    return listed.equals(name.name()) || listed.endsWith("." + name.name());
  }

  private ListResourceRecordSetsResponse page(
      WeightedName name, Optional<ListResourceRecordSetsResponse> before) {
    return retried(
        "listing " + name,
        () ->
            client.listResourceRecordSets(request -> {
              request.hostedZoneId(name.zone()).startRecordName(name.name());
              before.ifPresent(page ->
                  request
                      .startRecordName(page.nextRecordName())
                      .startRecordType(page.nextRecordType())
                      .startRecordIdentifier(page.nextRecordIdentifier()));
            }));
  }

  /** Sends one batch once it is taken or refused; a lost answer is not sent again from here. */
  Submitted submit(WeightedName name, List<Change> changes, String comment) {
    return retried(
        "changing " + name,
        () -> {
          try {
            return new Submitted.Accepted(
                client
                    .changeResourceRecordSets(request ->
                        request
                            .hostedZoneId(name.zone())
                            .changeBatch(batch -> batch.comment(comment).changes(changes)))
                    .changeInfo()
                    .id());
          } catch (InvalidChangeBatchException e) {
            return new Submitted.Mismatched(said(e));
          } catch (SdkException e) {
            if (lost(e)) {
              return new Submitted.Lost(said(e));
            }
            throw e;
          }
        });
  }

  /** Whether every name server answers by a change. */
  boolean inSync(String change) {
    return retried(
        "asking for change " + change,
        () ->
            client.getChange(request -> request.id(change)).changeInfo().status()
                == ChangeStatus.INSYNC);
  }

  private <T> T retried(String what, Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      await();
      try {
        return call.get();
      } catch (SdkException e) {
        ApplicationFailure failure = failure(what, e);
        if (attempt == TRIES || failure.isNonRetryable()) {
          throw failure;
        }
      }
      ShortRetries.pause(pulse, attempt);
    }
  }

  private void await() {
    try {
      budget.take(use, pulse);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ActivityFailures.of(FailureCode.UNEXPECTED, "interrupted while waiting for Route 53");
    }
  }

  private static ApplicationFailure failure(String what, SdkException e) {
    if (throttled(e)) {
      return ActivityFailures.of(
          FailureCode.DNS_THROTTLED, what + ": Route 53 asks us to slow down: " + said(e));
    }
    return lost(e)
        ? ActivityFailures.of(
            FailureCode.DNS_UNREACHABLE, what + ": Route 53 does not answer: " + said(e))
        : ActivityFailures.of(FailureCode.DNS_REFUSED, what + ": Route 53 refused: " + said(e));
  }

  private static boolean throttled(SdkException e) {
    return e instanceof PriorRequestNotCompleteException
        || (e instanceof AwsServiceException service && service.isThrottlingException());
  }

  /** Whether it is unknown what became of the request: no answer, or a server's own failure. */
  private static boolean lost(SdkException e) {
    return !(e instanceof AwsServiceException service) || service.statusCode() >= 500;
  }

  private static String said(SdkException e) {
    return e instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? service.awsErrorDetails().errorCode() + " " + service.awsErrorDetails().errorMessage()
        : String.valueOf(e.getMessage());
  }
}
