package dev.meridian.sandbox.kubernetes.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.Refusal;
import java.util.UUID;

/** What an object says about itself must be what the path says; what it leaves out is filled in. */
record Naming(ResourcePath path) {

  ApiObject toCreate(ObjectNode tree) {
    ApiObject object = typed(tree);
    String prefix = object.tree().path("metadata").path("generateName").asText();
    if (object.name().isEmpty() && !prefix.isEmpty()) {
      object.metadata().put("name", prefix + UUID.randomUUID().toString().substring(0, 5));
    }
    return placed(object);
  }

  ApiObject toReplace(ObjectNode tree) {
    ApiObject object = placed(typed(tree));
    if (!object.name().equals(path.name())) {
      throw Refusal.badRequest(
          "the name of the object ("
              + object.name()
              + ") does not match the name on the URL ("
              + path.name()
              + ")");
    }
    return object;
  }

  ApiObject toApply(ObjectNode tree) {
    if (!tree.path("metadata").has("name")) {
      new ApiObject(tree).metadata().put("name", path.name());
    }
    return toReplace(tree);
  }

  private ApiObject typed(ObjectNode tree) {
    ApiObject object = new ApiObject(tree);
    if (object.kind().isEmpty()) {
      throw Refusal.badRequest("Object 'Kind' is missing in '" + shortened(tree) + "'");
    }
    String expected = path.kind().apiVersion() + ", Kind=" + path.kind().kind();
    String sent = object.apiVersion() + ", Kind=" + object.kind();
    if (!sent.equals(expected)) {
      throw Refusal.badRequest(
          "the API version in the data ("
              + sent
              + ") does not match the expected API version ("
              + expected
              + ")");
    }
    return object;
  }

  private ApiObject placed(ApiObject object) {
    if (!path.kind().namespaced()) {
      object.metadata().remove("namespace");
      return object;
    }
    if (object.namespace().isEmpty()) {
      object.metadata().put("namespace", path.namespace());
    } else if (!object.namespace().equals(path.namespace())) {
      throw Refusal.badRequest(
          "the namespace of the provided object does not match the namespace sent on the request");
    }
    return object;
  }

  private static String shortened(ObjectNode tree) {
    String text = tree.toString();
    return text.length() > 200 ? text.substring(0, 200) + "..." : text;
  }
}
