package dev.meridian.worker.cluster;

import dev.meridian.failure.FailureCode;
import dev.meridian.region.RegionCode;
import dev.meridian.worker.ActivityFailures;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.temporal.failure.ApplicationFailure;
import java.net.HttpURLConnection;

/** The one table from the client's exceptions to failure codes. */
final class ClusterFailures {
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY_REQUESTS = 429;

  private ClusterFailures() {}

  /**
   * @param doing for example {@code reading Deployment checkout}
   */
  static ApplicationFailure of(RegionCode region, String doing, KubernetesClientException e) {
    FailureCode code = code(e.getCode());
    return ActivityFailures.of(code, region + ", " + doing + ": " + code.fact() + said(e));
  }

  static FailureCode code(int status) {
    return switch (status) {
      case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN ->
          FailureCode.CLUSTER_FORBIDDEN;
      case HttpURLConnection.HTTP_CONFLICT -> FailureCode.CLUSTER_CONFLICT;
      case TOO_MANY_REQUESTS -> FailureCode.CLUSTER_THROTTLED;
      case HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_NOT_FOUND, UNPROCESSABLE ->
          FailureCode.CLUSTER_REFUSED;
      // No status is no answer; 5xx is an API server that cannot serve; the rest is not for us.
      default ->
          status > 0 && status < 500
              ? FailureCode.CLUSTER_REFUSED
              : FailureCode.CLUSTER_UNREACHABLE;
    };
  }

  private static String said(KubernetesClientException e) {
    if (e.getStatus() != null && e.getStatus().getMessage() != null) {
      return " (" + e.getCode() + ": " + e.getStatus().getMessage() + ")";
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return " (" + cause.getClass().getSimpleName() + message + ")";
  }
}
