package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What pods are made from.
 *
 * @param tree {@code spec.template} as stored
 * @param hash the {@code pod-template-hash}: equal templates share a ReplicaSet
 */
public record PodTemplate(ObjectNode tree, String hash) {
  /** From a Deployment or a Job. */
  static PodTemplate of(ApiObject owner) {
    ObjectNode tree = owner.spec().path("template").deepCopy();
    BigInteger number = new BigInteger(1, Chance.sha256(tree.toString()));
    return new PodTemplate(tree, letters(number));
  }

  private static String letters(BigInteger number) {
    String alphabet = "bcdfghjklmnpqrstvwxz2456789";
    StringBuilder letters = new StringBuilder();
    BigInteger rest = number;
    for (int i = 0; i < 9; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(alphabet.length()));
      letters.append(alphabet.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return letters.toString();
  }

  /** Labels that the template itself gives. */
  public SortedMap<String, String> labels() {
    return ApiObject.texts(tree.path("metadata").path("labels"));
  }

  List<String> images() {
    List<String> images = new ArrayList<>();
    for (JsonNode each : tree.path("spec").path("containers")) {
      images.add(each.path("image").asText());
    }
    return images;
  }

  /** The first container's: the one that serves. */
  public String image() {
    return images().getFirst();
  }

  /** The first container's arguments. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    JsonNode containers = tree.path("spec").path("containers");
    containers.path(0).path("args").forEach(each -> arguments.add(each.asText()));
    return arguments;
  }
}
