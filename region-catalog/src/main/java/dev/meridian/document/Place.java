package dev.meridian.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where something stands in a document, and what stands there. */
final class Place {
  private final Document document;
  private final String pointer;
  private final @Nullable Object found;

  Place(Document document, String pointer, @Nullable Object found) {
    this.document = document;
    this.pointer = pointer;
    this.found = found;
  }

  /** The place one step below: a field's name or an item's index. */
  Place below(String token, @Nullable Object foundThere) {
    return new Place(document, pointer + "/" + Pointers.escape(token), foundThere);
  }

  Document document() {
    return document;
  }

  String pointer() {
    return pointer;
  }

  Optional<Object> found() {
    return Optional.ofNullable(found);
  }

  void problem(String message, String remedy) {
    document.add(new Problem(pointer, Shown.of(found), message, remedy));
  }
}
