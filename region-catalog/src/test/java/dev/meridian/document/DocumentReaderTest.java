package dev.meridian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {
  private enum Size {
    SMALL,
    VERY_BIG
  }

  private record Person(String name, int age, Optional<Duration> nap) {
    Person {
      if (age < 0) {
        throw new IllegalArgumentException("age should be 0 or more: was " + age);
      }
    }
  }

  private static Value<Person> person(DocumentReader reader) {
    Value<String> name = reader.required("name").text();
    Value<Integer> age = reader.optional("age").integer();
    Value<Duration> nap = reader.optional("nap").duration();
    return reader.build(() -> new Person(name.get(), age.or(18), nap.maybe()));
  }

  private static <T> Reading<T> read(
      @Nullable Object tree, Function<DocumentReader, Value<T>> content) {
    DocumentReader reader = DocumentReader.of(tree);
    return reader.reading(content.apply(reader));
  }

  private static <T> T valid(Reading<T> reading) {
    return switch (reading) {
      case Reading.Valid<T>(T value) -> value;
      case Reading.Invalid<T>(List<Problem> problems) -> throw new AssertionError(problems);
    };
  }

  private static List<Problem> problems(Reading<?> reading) {
    return switch (reading) {
      case Reading.Valid<?>(Object value) -> throw new AssertionError("was valid: " + value);
      case Reading.Invalid<?>(List<Problem> problems) -> problems;
    };
  }

  private static List<String> pointers(Reading<?> reading) {
    return problems(reading).stream().map(Problem::pointer).toList();
  }

  /** A tree in the order written. */
  private static Map<String, @Nullable Object> tree(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return tree;
  }

  @Test
  void object_allGood_isBuilt() {
    Reading<Person> reading =
        read(tree("name", "Ada", "age", 36, "nap", "PT20M"), DocumentReaderTest::person);

    assertThat(valid(reading))
        .isEqualTo(new Person("Ada", 36, Optional.of(Duration.ofMinutes(20))));
  }

  @Test
  void optionalFields_leftOutOrNull_takeTheirDefault() {
    Reading<Person> reading = read(tree("name", "Ada", "age", null), DocumentReaderTest::person);

    assertThat(valid(reading)).isEqualTo(new Person("Ada", 18, Optional.empty()));
  }

  @Test
  void object_severalProblems_areAllReportedInOrderOfTheDocument() {
    Reading<Person> reading =
        read(tree("nap", "soon", "nmae", "Ada", "age", "36"), DocumentReaderTest::person);

    assertThat(problems(reading))
        .containsExactly(
            new Problem("/name", "", "field \"name\" is missing", "Add it."),
            new Problem(
                "/nap",
                "soon",
                "should be an ISO-8601 duration of 0 or more",
                "Write for example PT30S, PT2H or P1D."),
            new Problem(
                "/nmae", "Ada", "field \"nmae\" is not known here", "Did you mean \"name\"?"),
            new Problem(
                "/age", "36", "should be a whole number", "Write a whole number without quotes."));
  }

  @Test
  void constructor_refuses_isAProblemOfTheObject() {
    Reading<Person> reading = read(tree("name", "Ada", "age", -1), DocumentReaderTest::person);

    assertThat(problems(reading))
        .containsExactly(
            new Problem(
                "",
                "{2 fields}",
                "age should be 0 or more: was -1",
                "Change the fields that it names."));
  }

  @Test
  void list_badItems_areNamedByIndex() {
    Object tree =
        tree(
            "people",
            Arrays.asList(tree("name", "Ada"), "Bob", null, tree("name", " ", "x/~y", 1)));

    Reading<List<Person>> reading =
        read(tree, reader -> reader.required("people").list(DocumentReaderTest::person));

    assertThat(pointers(reading))
        .containsExactly("/people/1", "/people/2", "/people/3/name", "/people/3/x~1~0y");
  }

  @Test
  void list_manyItems_keepNumericOrder() {
    List<Object> items = new ArrayList<>(Collections.nCopies(12, "fine"));
    items.set(2, 1);
    items.set(10, 2);

    assertThat(pointers(read(tree("x", items), r -> r.required("x").strings())))
        .containsExactly("/x/2", "/x/10");
  }

  @Test
  void document_notAnObject_isOneProblem() {
    assertThat(problems(read(List.of(1), DocumentReaderTest::person)))
        .containsExactly(
            new Problem(
                "",
                "[1 items]",
                "document should be an object",
                "Write fields with their values."));
    assertThat(pointers(read(null, DocumentReaderTest::person))).containsExactly("");
  }

  @Test
  void twoReaders_sharingOneObject_knowEachOthersFields() {
    Reading<String> reading =
        read(
            tree("a", "1", "b", "2", "c", "3", "rest", "4"),
            reader -> {
              reader.also("c");
              Value<String> a = reader.required("a").text();
              Value<String> first = reader.build(a::get);
              Value<String> b = reader.required("b").text();
              return reader.build(() -> first.get() + b.get());
            });

    assertThat(problems(reading))
        .containsExactly(
            new Problem("/rest", "4", "field \"rest\" is not known here", "Use one of: a, b, c."));
  }

  @Test
  void restLeftAlone_unknownFields_areNotReported() {
    Reading<String> reading =
        read(
            tree("kind", "odd", "more", 1),
            reader -> {
              reader.leaveRestAlone();
              return reader.required("kind").text();
            });

    assertThat(valid(reading)).isEqualTo("odd");
  }

  @Test
  void crossFieldProblem_atAPlaceBelow_showsWhatStandsThere() {
    Reading<String> reading =
        read(
            tree("peers", List.of("a", "b")),
            reader -> {
              Value<List<String>> peers = reader.required("peers").strings();
              reader.problem("/peers/1", "is far", "Take a near one.");
              return reader.build(() -> peers.get().getFirst());
            });

    assertThat(problems(reading))
        .containsExactly(new Problem("/peers/1", "b", "is far", "Take a near one."));
  }

  @Test
  void brokenValueOfAnotherObject_inBuild_addsNoSecondProblem() {
    Reading<String> reading =
        read(
            tree("outer", 1, "inner", tree("x", "y")),
            reader -> {
              Value<String> outer = reader.required("outer").text();
              return reader.required("inner").object(inner -> combine(inner, outer));
            });

    assertThat(pointers(reading)).containsExactly("/outer");
  }

  private static Value<String> combine(DocumentReader inner, Value<String> outer) {
    Value<String> x = inner.required("x").text();
    return inner.build(() -> outer.get() + x.get());
  }

  @Test
  void absentValue_askedForWithoutDefault_isAMistakeOfTheReader() {
    Value<String> absent = DocumentReader.of(tree()).optional("x").text();

    assertThat(absent.isAbsent()).isTrue();
    assertThat(absent.pointer()).isEqualTo("/x");
    assertThatThrownBy(absent::get).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void map_ofText_isSortedAndRefusesOtherThings() {
    Reading<SortedMap<String, String>> good =
        read(tree("m", tree("b", "", "a", "1")), reader -> reader.required("m").map());
    Reading<SortedMap<String, String>> bad =
        read(tree("m", tree("b", 4, "a", null)), reader -> reader.required("m").map());

    assertThat(valid(good).toString()).isEqualTo("{a=1, b=}");
    assertThat(pointers(bad)).containsExactly("/m/b", "/m/a");
  }

  @Test
  void numbers_ofAnyJavaType_areRead() {
    List<Object> numbers = List.of(1, 2L, 3.5, 4.5f, new BigInteger("5"), new BigDecimal("6.25"));

    Reading<List<Double>> reading =
        read(tree("n", numbers), reader -> reader.required("n").items(Field::number));

    assertThat(valid(reading)).containsExactly(1.0, 2.0, 3.5, 4.5, 5.0, 6.25);
  }

  @Test
  void numbers_notFiniteOrNotWhole_areRefused() {
    Object tree = tree("a", Double.NaN, "b", new BigDecimal("1e999"), "c", 1.5, "d", 1L << 40);

    Reading<Boolean> reading =
        read(
            tree,
            reader -> {
              Value<Double> a = reader.required("a").number();
              Value<Double> b = reader.required("b").number();
              Value<Integer> c = reader.required("c").integer();
              Value<Integer> d = reader.required("d").integer();
              return reader.build(() -> a.get() + b.get() > c.get() + d.get());
            });

    assertThat(pointers(reading)).containsExactly("/a", "/b", "/c", "/d");
  }

  @Test
  void flagAndWholeLong_areRead() {
    DocumentReader reader = DocumentReader.of(tree("f", true, "l", 7L, "bad", "true"));

    assertThat(reader.required("f").flag().get()).isTrue();
    assertThat(reader.required("l").integer().get()).isEqualTo(7);
    assertThat(reader.required("bad").flag().maybe()).isEmpty();
    assertThat(reader.has("f")).isTrue();
    assertThat(reader.has("g")).isFalse();
    assertThat(reader.pointer()).isEmpty();
  }

  @Test
  void enumeration_isSpelledInLowerCaseWithHyphens() {
    DocumentReader reader = DocumentReader.of(tree("good", "very-big", "bad", "smal"));

    assertThat(reader.required("good").oneOf(Size.class).get()).isEqualTo(Size.VERY_BIG);
    Value<Size> bad = reader.required("bad").oneOf(Size.class);
    assertThat(problems(reader.reading(bad)))
        .containsExactly(
            new Problem(
                "/bad", "smal", "should be one of: small, very-big", "Did you mean \"small\"?"));
  }

  @Test
  void parser_refusesWithDateTimeException_isAProblem() {
    Reading<ZoneId> reading =
        read(tree("z", "Mars/Base"), reader -> reader.required("z").as(ZoneId::of));

    assertThat(problems(reading))
        .containsExactly(
            new Problem(
                "/z",
                "Mars/Base",
                "Unknown time-zone ID: Mars/Base",
                "Write a value of that form."));
  }

  @Test
  void check_denied_isAProblemAndAbsentIsNot() {
    DocumentReader reader = DocumentReader.of(tree("n", 3));
    Value<Integer> denied =
        reader.required("n").integer().check(n -> n > 3, "too small", "Raise it.");
    Value<Integer> absent =
        reader.optional("m").integer().check(n -> n > 3, "too small", "Raise it.");

    assertThat(denied.maybe()).isEmpty();
    assertThat(denied.isAbsent()).isFalse();
    assertThat(absent.isAbsent()).isTrue();
  }

  @Test
  void value_longOrOfSeveralLines_isShortened() {
    String text = "line\n  two " + "x".repeat(80);

    List<Problem> problems =
        problems(read(tree("n", text, "m", tree("a", 1)), DocumentReaderTest::person));

    assertThat(problems)
        .extracting(Problem::value)
        .containsExactly("", "line two " + "x".repeat(50) + "…", "{1 fields}");
  }

  @ParameterizedTest
  @CsvSource({
    "covers,covers,0",
    "Covers,covers,0",
    "cover,covers,1",
    "a,,1",
    "abc,xyz,3",
    "nmae,name,1"
  })
  void distance_countsLettersToChange(String from, @Nullable String to, int expected) {
    assertThat(NearestName.distance(from, to == null ? "" : to)).isEqualTo(expected);
  }

  @Test
  void remedy_nothingNear_namesWhatIsKnown() {
    assertThat(NearestName.remedy("zzz", List.of("beta", "alpha")))
        .isEqualTo("Use one of: alpha, beta.");
    assertThat(NearestName.remedy("zzz", List.of())).isEqualTo("Remove it.");
  }
}
