package dev.meridian.sandbox.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {
  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  private static ObjectNode object(String text) {
    return (ObjectNode) yaml(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{a: 1};          [{op: add, path: /b, value: 2}];              {a: 1, b: 2}",
        "{a: [1, 3]};     [{op: add, path: /a/1, value: 2}];            {a: [1, 2, 3]}",
        "{a: [1]};        [{op: add, path: /a/-, value: 2}];            {a: [1, 2]}",
        "{a: {x/y: 1}};   [{op: replace, path: /a/x~1y, value: 2}];     {a: {x/y: 2}}",
        "{a: 1, b: 2};    [{op: remove, path: /b}];                     {a: 1}",
        "{a: {b: 1}};     [{op: move, from: /a/b, path: /c}];           {a: {}, c: 1}",
        "{a: {b: 1}};     [{op: copy, from: /a/b, path: /c}];           {a: {b: 1}, c: 1}",
        "{a: 1};          [{op: test, path: /a, value: 1}];             {a: 1}",
        "{a: [1, 2, 3]};  [{op: remove, path: /a/0}];                   {a: [2, 3]}",
      })
  void jsonPatch_appliesEachOperation(String before, String patch, String after) {
    assertThat(JsonPatch.apply(object(before), yaml(patch))).isEqualTo(yaml(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{a: 1};   [{op: remove, path: /b}];           422",
        "{a: 1};   [{op: test, path: /a, value: 2}];   422",
        "{a: 1};   [{op: add, path: /b/c, value: 2}];  422",
        "{a: [1]}; [{op: add, path: /a/5, value: 2}];  422",
        "{a: 1};   [{op: dance, path: /a}];            400",
        "{a: 1};   {op: remove, path: /a};             400",
      })
  void jsonPatch_thatCannotBeCarriedOut_isRefused(String before, String patch, int code) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> JsonPatch.apply(object(before), yaml(patch)));

    assertThat(refusal.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{a: 1, b: {c: 2, d: 3}}; {b: {c: null}};        {a: 1, b: {d: 3}}",
        "{a: [1, 2]};             {a: [3]};              {a: [3]}",
        "{a: 1};                  {a: {b: {c: null}}};   {a: {b: {}}}",
      })
  void mergePatch_followsRfc7396(String before, String patch, String after) {
    assertThat(MergePatch.merge(object(before), yaml(patch))).isEqualTo(yaml(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{containers: [{name: a, image: x}, {name: b}]}; {containers: [{name: a, image: y}]};"
            + " {containers: [{name: a, image: y}, {name: b}]}",
        "{containers: [{name: a}, {name: b}]}; {containers: [{name: a, $patch: delete}]};"
            + " {containers: [{name: b}]}",
        "{containers: [{name: a}]}; {containers: [{name: b}, {$patch: replace}]};"
            + " {containers: []}",
        "{args: [a, b]}; {args: [c]}; {args: [c]}",
        "{finalizers: [a, b]}; {finalizers: [b, c]}; {finalizers: [a, b, c]}",
        "{finalizers: [a, b]}; {$deleteFromPrimitiveList/finalizers: [a]}; {finalizers: [b]}",
        "{strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}};"
            + " {strategy: {$retainKeys: [type], type: Recreate}}; {strategy: {type: Recreate}}",
        "{a: {b: 1, c: 2}}; {a: {$patch: replace, d: 3}}; {a: {d: 3}}",
        "{a: {b: 1}, c: 2}; {a: {$patch: delete}}; {c: 2}",
        "{ports: [{port: 80, name: http}]}; {ports: [{port: 80, name: web}, {port: 81}]};"
            + " {ports: [{port: 80, name: web}, {port: 81}]}",
      })
  void strategicPatch_knowsKeyedListsAndDirectives(String before, String patch, String after) {
    assertThat(MergePatch.strategic(object(before), yaml(patch))).isEqualTo(yaml(after));
  }

  @Test
  void patches_leaveTheGivenObjectAlone() {
    ObjectNode before = object("{containers: [{name: a, image: x}]}");
    ObjectNode kept = before.deepCopy();

    MergePatch.strategic(before, yaml("{containers: [{name: a, image: y}]}"));
    MergePatch.merge(before, yaml("{containers: null}"));
    JsonPatch.apply(before, yaml("[{op: remove, path: /containers}]"));

    assertThat(before).isEqualTo(kept);
  }
}
