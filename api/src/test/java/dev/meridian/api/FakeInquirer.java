package dev.meridian.api;

import dev.meridian.api.engine.Inquirer;
import dev.meridian.gate.replay.DayBefore;
import dev.meridian.gate.replay.Replayed;
import dev.meridian.workflow.inquiry.DaysAnswer;
import dev.meridian.workflow.inquiry.DaysQuestion;
import dev.meridian.workflow.inquiry.Inquiry;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import dev.meridian.workflow.inquiry.ReplayQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Finds a fault in every text with the word broken, knows one set of buckets, and can be away. Of
 * texts with the words several and nothing there are so many series.
 */
final class FakeInquirer implements Inquirer {
  private final List<Inquiry> asked = new CopyOnWriteArrayList<>();
  private final List<ReplayQuestion> replays = new CopyOnWriteArrayList<>();
  private volatile Optional<Silence> silence = Optional.empty();
  private final List<DaysQuestion> daysAsked = new CopyOnWriteArrayList<>();
  private volatile List<DayBefore> days = List.of();
  private volatile Optional<Replayed> replayed = Optional.empty();
  private volatile Optional<String> several = Optional.empty();

  /** Why there is no answer. */
  enum Silence {
    ENGINE_AWAY,
    METRICS_AWAY,
    QUESTION_TOO_LONG;

    private <T> Reply<T> reply() {
      return switch (this) {
        case ENGINE_AWAY -> new Reply.EngineAway<>("no worker answered within 10 s");
        case METRICS_AWAY -> new Reply.MetricsAway<>("connection refused");
        case QUESTION_TOO_LONG -> new Reply.TooLong<>("it was replayed to noon");
      };
    }
  }

  /** Answers nothing from now on. */
  void silent(Silence why) {
    silence = Optional.of(why);
  }

  /** From now on there are three series of every text with this word. */
  void several(String word) {
    several = Optional.of(word);
  }

  /** Answers every replay with this. */
  void replays(Replayed answer) {
    replayed = Optional.of(answer);
  }

  /** Knows these days. */
  void days(DayBefore... known) {
    days = List.of(known);
  }

  List<DaysQuestion> daysAsked() {
    return List.copyOf(daysAsked);
  }

  List<Inquiry> asked() {
    return List.copyOf(asked);
  }

  List<ReplayQuestion> replays() {
    return List.copyOf(replays);
  }

  @Override
  public Reply<InquiryAnswer> ask(Inquiry inquiry) {
    asked.add(inquiry);
    return silence
        .<Reply<InquiryAnswer>>map(Silence::reply)
        .orElseGet(() -> new Reply.Answered<>(answer(inquiry)));
  }

  @Override
  public Reply<Replayed> replay(ReplayQuestion question) {
    replays.add(question);
    return silence
        .<Reply<Replayed>>map(Silence::reply)
        .orElseGet(() -> new Reply.Answered<>(replayed.orElseThrow()));
  }

  @Override
  public Reply<DaysAnswer> days(DaysQuestion question) {
    daysAsked.add(question);
    return silence
        .<Reply<DaysAnswer>>map(Silence::reply)
        .orElseGet(() -> new Reply.Answered<>(new DaysAnswer(days)));
  }

  private int series(String text) {
    return several.filter(text::contains).isPresent() || text.contains("several")
        ? 3
        : text.contains("nothing") ? 0 : 1;
  }

  private InquiryAnswer answer(Inquiry inquiry) {
    List<String> problems =
        Stream.concat(inquiry.queries().stream(), inquiry.histograms().stream())
            .map(text -> text.contains("broken") ? "unexpected \"broken\"" : "")
            .toList();
    List<List<Double>> boundaries = new ArrayList<>();
    for (String histogram : inquiry.histograms()) {
      boundaries.add(
          histogram.contains("unborn")
              ? List.of()
              : List.of(0.1, 0.3, 1.0, Double.POSITIVE_INFINITY));
    }
    List<Integer> series = inquiry.counted().stream().map(this::series).toList();
    return new InquiryAnswer(problems, boundaries, series);
  }
}
