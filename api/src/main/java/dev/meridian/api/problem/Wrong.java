package dev.meridian.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.meridian.document.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body; missing when the place is no part of the body
 * @param parameter name of the query parameter or header, as it is written; else missing
 * @param value what stands there; {@code ""} when nothing does
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record Wrong(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pointer,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String parameter,
    String value,
    String message,
    String remedy) {
  private static final int LONGEST = 80;

  static Wrong in(Problem problem) {
    return new Wrong(problem.pointer(), null, problem.value(), problem.message(), problem.remedy());
  }

  /**
   * @param what goes on from the parameter's name: {@code is no service's name}
   */
  static Wrong parameter(String name, String value, String what, String remedy) {
    String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    return new Wrong(null, name, shown, name + " " + what, remedy);
  }
}
