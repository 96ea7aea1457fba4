package dev.meridian.document;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of a document and notes every problem with it.
 *
 * <pre>{@code
 * DocumentReader person = DocumentReader.of(tree);
 * Value<String> name = person.required("name").text();
 * Value<Integer> age = person.optional("age").integer();
 * Reading<Person> reading =
 *     person.reading(person.build(() -> new Person(name.get(), age.or(18))));
 * }</pre>
 *
 * <p>Several readers may share one object: a field that no reader asked for is a problem only when
 * the whole document has been read.
 */
public final class DocumentReader {
  private final Place place;

  private DocumentReader(Place place) {
    this.place = place;
  }

  /** The reader of a whole document: maps, lists, text, numbers, booleans and null. */
  public static DocumentReader of(@Nullable Object tree) {
    Place top = new Document(tree).top();
    if (!(tree instanceof Map<?, ?>)) {
      top.problem("document should be an object", "Write fields with their values.");
    }
    return at(top);
  }

  static DocumentReader at(Place place) {
    if (place.found().orElse("") instanceof Map<?, ?> object) {
      place.document().open(place.pointer(), object);
    }
    return new DocumentReader(place);
  }

  /** A field that must be there: its absence is noted at once. */
  public Field required(String name) {
    Place field = placeOf(name);
    if (!isObject()) {
      return Field.muted(field);
    }
    if (field.found().isEmpty()) {
      field.problem("field \"" + name + "\" is missing", "Add it.");
      return Field.muted(field);
    }
    return Field.at(field);
  }

  /** A field that may be left out (or be null). */
  public Field optional(String name) {
    Place field = placeOf(name);
    return isObject() ? Field.at(field) : Field.muted(field);
  }

  /** Whether the object has the field, with a value. */
  public boolean has(String name) {
    return placeOf(name).found().isPresent();
  }

  /** Says that these fields are known here, although nobody reads them. */
  public void also(String... names) {
    for (String name : names) {
      placeOf(name);
    }
  }

  /** Reports no unknown fields here: what the object is could not be told. */
  public void leaveRestAlone() {
    if (isObject()) {
      place.document().leaveRestAlone(place.pointer());
    }
  }

  /** JSON pointer to this object. */
  public String pointer() {
    return place.pointer();
  }

  /**
   * Notes a problem that no single value has.
   *
   * @param below JSON pointer relative to this object, {@code ""} for the object itself
   */
  public void problem(String below, String message, String remedy) {
    place.document().add(place.pointer() + below, message, remedy);
  }

  /**
   * Builds a value from what was read here, unless a problem was noted in this object. An {@link
   * IllegalArgumentException} of a constructor becomes a problem of the object.
   */
  public <T> Value<T> build(Supplier<T> supplier) {
    if (place.document().troubled(place.pointer())) {
      return Value.broken(place);
    }
    try {
      return Value.present(place, supplier.get());
    } catch (BrokenValueException e) {
      return Value.broken(place);
    } catch (IllegalArgumentException e) {
      return Value.absent(place)
          .problem(
              Objects.requireNonNullElse(e.getMessage(), "object is not good"),
              "Change the fields that it names.");
    }
  }

  /** What came of the whole document, whose value is {@code value}. Called once, at the end. */
  public <T> Reading<T> reading(Value<T> value) {
    var problems = place.document().close();
    return problems.isEmpty() ? new Reading.Valid<>(value.get()) : new Reading.Invalid<>(problems);
  }

  private Place placeOf(String name) {
    if (place.found().orElse("") instanceof Map<?, ?> object) {
      place.document().know(place.pointer(), name);
      return place.below(name, object.get(name));
    }
    return place.below(name, null);
  }

  private boolean isObject() {
    return place.found().orElse("") instanceof Map<?, ?>;
  }
}
