package dev.meridian.document;

import static dev.meridian.document.Readings.pointers;
import static dev.meridian.document.Readings.problems;
import static dev.meridian.document.Readings.read;
import static dev.meridian.document.Readings.tree;
import static dev.meridian.document.Readings.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DocumentReaderTest {
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
}
