package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code kubectl auth can-i}: in the sandbox everybody may do everything. */
final class AccessReview {
  private static final List<String> PATH =
      List.of("apis", "authorization.k8s.io", "v1", "selfsubjectaccessreviews");

  private AccessReview() {}

  static boolean asked(ApiRequest request) {
    return request.method().equals("POST") && request.path().equals(PATH);
  }

  static Answer answer(ApiRequest request) {
    ObjectNode review = request.object();
    review.putObject("status").put("allowed", true).put("reason", "the sandbox refuses nobody");
    return new Answer.Json(201, review);
  }
}
