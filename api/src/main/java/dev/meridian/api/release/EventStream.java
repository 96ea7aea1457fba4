package dev.meridian.api.release;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.meridian.ledger.Ledger;
import dev.meridian.ledger.LedgerEntry;
import dev.meridian.ledger.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The ledger of one release as server-sent events: {@code id} is the entry's number, {@code event}
 * its type, {@code data} the entry. While nothing happens a comment says that the connection lives.
 * The stream ends with the release; whoever comes again later reads what has happened to regions
 * that were owed, and the stream ends at once.
 */
final class EventStream {
  private static final int BATCH = 100;
  private static final String ENDED = "release-ended";

  private final Ledger ledger;
  private final Subject subject;
  private final Duration heartbeat;
  private long seq;
  private boolean ended;

  /**
   * @param after the last entry that the reader has seen, 0 for none
   * @param ended whether the release has ended already
   * @param heartbeat wall time between two comments
   */
  EventStream(Ledger ledger, Subject subject, long after, boolean ended, Duration heartbeat) {
    this.ledger = ledger;
    this.subject = subject;
    this.seq = after;
    this.ended = ended;
    this.heartbeat = heartbeat;
  }

  /** The next piece, waited for; empty when there will be no more. */
  byte[] next() {
    Duration patience = ended ? Duration.ZERO : heartbeat;
    List<LedgerEntry> entries = ledger.await(subject, seq, BATCH, patience);
    if (entries.isEmpty()) {
      return ended ? new byte[0] : ": still here\n\n".getBytes(StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    for (LedgerEntry entry : entries) {
      append(text, entry);
      seq = entry.seq();
      ended |= entry.type().equals(ENDED);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Payloads are canonical JSON: one line. */
  private static void append(StringBuilder text, LedgerEntry entry) {
    text.append("id: ").append(entry.seq()).append('\n');
    text.append("event: ").append(entry.type()).append('\n');
    text.append("data: {\"seq\":").append(entry.seq());
    text.append(",\"at\":\"").append(entry.at()).append("\",\"actor\":");
    text.append(quoted(entry.actor())).append(",\"event\":");
    text.append(entry.payload()).append("}\n\n");
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
