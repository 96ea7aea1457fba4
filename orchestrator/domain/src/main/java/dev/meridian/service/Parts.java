package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Field;
import dev.meridian.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The objects of one list of a document, each with its place: the good ones can be compared with
 * each other although others are not good.
 */
final class Parts<T> {
  /**
   * One that could be read.
   *
   * @param pointer where it stands
   */
  record Part<T>(String pointer, T value) {}

  private final Value<List<T>> list;
  private final List<Part<T>> good;

  private Parts(Value<List<T>> list, List<Part<T>> good) {
    this.list = list;
    this.good = List.copyOf(good);
  }

  static <T> Parts<T> of(Field field, Function<DocumentReader, Value<T>> read) {
    return of(each ->
        field.list(item -> {
          Value<T> value = read.apply(item);
          each.accept(value);
          return value;
        }));
  }

  /**
   * @param readAll reads the list and passes on each object that it has read
   */
  static <T> Parts<T> of(Function<Consumer<Value<T>>, Value<List<T>>> readAll) {
    List<Part<T>> good = new ArrayList<>();
    Value<List<T>> list =
        readAll.apply(
            each -> each.maybe().ifPresent(part -> good.add(new Part<>(each.pointer(), part))));
    return new Parts<>(list, good);
  }

  List<Part<T>> good() {
    return good;
  }

  /** Whether the list is there and every object in it is good. */
  boolean complete() {
    return list.maybe().isPresent();
  }

  /** Every value; none when the list was left out. Only inside {@link DocumentReader#build}. */
  List<T> all() {
    return list.or(List.of());
  }

  /**
   * Notes each name that another part has already.
   *
   * @param document the object, or one around it, whose list this is
   */
  void refuseTwins(DocumentReader document, Function<T, String> name) {
    Map<String, String> first = new TreeMap<>();
    for (Part<T> part : good) {
      String other = first.putIfAbsent(name.apply(part.value()), part.pointer());
      if (other != null) {
        document.problem(
            part.pointer().substring(document.pointer().length()) + "/name",
            "is also the name of " + other,
            "Remove one of them, or give it a name of its own.");
      }
    }
  }
}
