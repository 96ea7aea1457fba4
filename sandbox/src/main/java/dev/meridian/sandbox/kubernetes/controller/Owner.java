package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKind;

/**
 * The object that a pod or a ReplicaSet belongs to.
 *
 * @param podLabels of its pods
 */
record Owner(ResourceKind kind, String namespace, String name, String uid, ObjectNode podLabels) {
  static Owner of(ResourceKind kind, ApiObject object) {
    return new Owner(
        kind, object.namespace(), object.name(), object.uid(), ApiObject.JSON.createObjectNode());
  }

  void referTo(ObjectNode metadata) {
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", kind.apiVersion())
        .put("kind", kind.kind())
        .put("name", name)
        .put("uid", uid)
        .put("controller", true)
        .put("blockOwnerDeletion", true);
  }
}
