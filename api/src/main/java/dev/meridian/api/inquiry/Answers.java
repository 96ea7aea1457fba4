package dev.meridian.api.inquiry;

import dev.meridian.api.engine.Inquirer.Reply;
import dev.meridian.api.problem.ProblemException;
import dev.meridian.api.problem.ProblemType;
import java.util.function.UnaryOperator;

/** Answers without which a request cannot go on. */
public final class Answers {
  private Answers() {}

  /**
   * @param undone from why there is no answer to what was not done therefore, for people
   * @throws ProblemException when there is no answer
   */
  public static <T> T of(Reply<T> reply, UnaryOperator<String> undone) {
    return switch (reply) {
      case Reply.Answered<T>(T answer) -> answer;
      case Reply.EngineAway<T>(String why) ->
          throw ProblemException.of(ProblemType.ENGINE_AWAY, undone.apply(why));
      case Reply.MetricsAway<T>(String why) ->
          throw ProblemException.of(ProblemType.METRICS_AWAY, undone.apply(why));
      case Reply.TooLong<T>(String why) ->
          throw ProblemException.of(ProblemType.QUESTION_TOO_LONG, undone.apply(why));
    };
  }
}
