package dev.meridian.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An example document as a tree that a test may spoil. */
final class ServiceDocument {
  private final Map<String, @Nullable Object> tree;

  private ServiceDocument(Map<String, @Nullable Object> tree) {
    this.tree = tree;
  }

  static ServiceDocument example(String file) {
    Path path = Path.of(System.getProperty("house.root", "../.."), "docs/examples", file);
    try {
      return new ServiceDocument(
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, @Nullable Object> tree() {
    return tree;
  }

  /** Sets what a JSON pointer points to; in a list the index may be one past the end. */
  ServiceDocument set(String pointer, Object value) {
    Object parent = parent(pointer);
    String last = last(pointer);
    if (parent instanceof List<?>) {
      List<Object> list = list(parent);
      int index = Integer.parseInt(last);
      if (index == list.size()) {
        list.add(value);
      } else {
        list.set(index, value);
      }
    } else {
      map(parent).put(last, value);
    }
    return this;
  }

  ServiceDocument remove(String pointer) {
    map(parent(pointer)).remove(last(pointer));
    return this;
  }

  Object at(String pointer) {
    Object here = tree;
    for (String token : pointer.substring(1).split("/", -1)) {
      here =
          here instanceof List<?> items
              ? items.get(Integer.parseInt(token))
              : map(here).getOrDefault(token, Map.of());
    }
    return here;
  }

  private Object parent(String pointer) {
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    return parent.isEmpty() ? tree : at(parent);
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object node) {
    return (List<Object>) node;
  }
}
