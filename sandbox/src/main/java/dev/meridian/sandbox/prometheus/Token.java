package dev.meridian.sandbox.prometheus;

import java.util.Locale;

/**
 * A word of PromQL.
 *
 * @param text as written; of a string, what it means
 * @param at position in the query, from 0
 */
record Token(Kind kind, String text, int at) {
  enum Kind {
    WORD,
    NUMBER,
    DURATION,
    STRING,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Keywords are written in any case. */
  boolean isWord(String keyword) {
    return kind == Kind.WORD && lower().equals(keyword);
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** For messages. */
  @Override
  public String toString() {
    return kind == Kind.END ? "end of input" : "\"" + text + "\"";
  }
}
