package dev.meridian.document;

import static dev.meridian.document.Readings.pointers;
import static dev.meridian.document.Readings.problems;
import static dev.meridian.document.Readings.read;
import static dev.meridian.document.Readings.tree;
import static dev.meridian.document.Readings.valid;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FieldTest {
  private enum Size {
    SMALL,
    VERY_BIG
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
        problems(read(tree("n", text, "m", tree("a", 1)), r -> r.required("name").text()));

    assertThat(problems)
        .extracting(Problem::value)
        .containsExactly("", "line two " + "x".repeat(50) + "…", "{1 fields}");
  }

  @Test
  void list_manyItems_keepNumericOrder() {
    List<Object> items = new ArrayList<>(Collections.nCopies(12, "fine"));
    items.set(2, 1);
    items.set(10, 2);

    assertThat(pointers(read(tree("x", items), r -> r.required("x").strings())))
        .containsExactly("/x/2", "/x/10");
  }
}
