package dev.meridian.worker.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names that carry a hash of the content: {@code checkout-settings} with {@code {CURRENCY: EUR}}
 * becomes {@code checkout-settings-5c1f0a93be}. A changed ConfigMap is another object, so the
 * incumbent's pods keep theirs, and a restore needs no copy of it.
 */
final class ContentNames {
  private static final List<String> REFERENCES =
      List.of("configMapRef", "configMapKeyRef", "configMap");

  private final SortedMap<String, String> names = new TreeMap<>();

  private ContentNames() {}

  static List<KubernetesObject> rename(List<KubernetesObject> objects) {
    ContentNames names = new ContentNames();
    objects.stream().filter(ContentNames::isConfigMap).forEach(names::remember);
    return objects.stream().map(names::follow).toList();
  }

  private static boolean isConfigMap(KubernetesObject object) {
    return object.kind().equals("ConfigMap");
  }

  private void remember(KubernetesObject configMap) {
    ObjectNode content = configMap.tree().objectNode();
    content.set("data", configMap.tree().path("data"));
    content.set("binaryData", configMap.tree().path("binaryData"));
    String hash = sha256(new KubernetesObject(content).canonical()).substring(0, 10);
    names.put(key(configMap.namespace(), configMap.name()), configMap.name() + "-" + hash);
  }

  private KubernetesObject follow(KubernetesObject object) {
    return object.with(tree -> {
      if (isConfigMap(object)) {
        rewrite(tree.withObjectProperty("metadata"), object.namespace());
      }
      follow(tree, object.namespace());
    });
  }

  private void follow(JsonNode node, String namespace) {
    for (String reference : REFERENCES) {
      if (node.path(reference) instanceof ObjectNode target) {
        rewrite(target, namespace);
      }
    }
    node.forEach(child -> follow(child, namespace));
  }

  private void rewrite(ObjectNode target, String namespace) {
    String renamed = names.get(key(namespace, target.path("name").asText()));
    if (renamed != null) {
      target.put("name", renamed);
    }
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
