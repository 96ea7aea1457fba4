package dev.meridian.api;

import dev.meridian.api.engine.Inquirer;
import dev.meridian.workflow.inquiry.Inquiry;
import dev.meridian.workflow.inquiry.InquiryAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Finds a fault in every text with the word broken, knows one set of buckets, and can be away. */
final class FakeInquirer implements Inquirer {
  private final List<Inquiry> asked = new CopyOnWriteArrayList<>();
  private volatile Optional<Reply> instead = Optional.empty();

  /** Answers so from now on. */
  void alwaysReply(Reply reply) {
    instead = Optional.of(reply);
  }

  List<Inquiry> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Reply ask(Inquiry inquiry) {
    asked.add(inquiry);
    return instead.orElseGet(() -> new Reply.Answered(answer(inquiry)));
  }

  private static InquiryAnswer answer(Inquiry inquiry) {
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
    return new InquiryAnswer(problems, boundaries);
  }
}
