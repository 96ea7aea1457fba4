package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.io.UncheckedIOException;
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
  /**
   * Given to pods by the controller; in a template that was copied from a ReplicaSet it is void.
   */
  static final String HASH_LABEL = "pod-template-hash";

  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** From a Deployment or a Job. */
  static PodTemplate of(ApiObject owner) {
    ObjectNode tree = owner.spec().path("template").deepCopy();
    if (tree.path("metadata").path("labels") instanceof ObjectNode labels) {
      labels.remove(HASH_LABEL);
    }
    return new PodTemplate(tree, letters(new BigInteger(1, Chance.sha256(sorted(tree)))));
  }

  /** Equal templates hash alike in whatever order a client has sent their fields. */
  private static String sorted(ObjectNode tree) {
    try {
      return SORTED.writeValueAsString(SORTED.convertValue(tree, Object.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
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
