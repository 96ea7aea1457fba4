package dev.meridian.sandbox.prometheus;

import java.util.ArrayList;
import java.util.List;

/** The words of a query, read from left to right. */
final class Words {
  private final List<Token> tokens;
  private int position;

  Words(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  Token next() {
    return tokens.get(position);
  }

  Token afterNext() {
    return tokens.get(Math.min(position + 1, tokens.size() - 1));
  }

  /** Reads a word. */
  Token skip() {
    Token token = next();
    position = Math.min(position + 1, tokens.size() - 1);
    return token;
  }

  boolean skipIf(String symbol) {
    boolean found = next().is(symbol);
    if (found) {
      skip();
    }
    return found;
  }

  boolean skipIfWord(String keyword) {
    boolean found = next().isWord(keyword);
    if (found) {
      skip();
    }
    return found;
  }

  void expect(String symbol) {
    if (!skipIf(symbol)) {
      throw unexpected(", expected \"" + symbol + "\"");
    }
  }

  /** Label names in parentheses. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    expect("(");
    while (!next().is(")")) {
      if (!names.isEmpty()) {
        expect(",");
        if (next().is(")")) {
          break;
        }
      }
      names.add(label());
    }
    expect(")");
    return names;
  }

  String label() {
    if (next().kind() != Token.Kind.WORD || next().text().indexOf(':') >= 0) {
      throw unexpected(", expected label");
    }
    return skip().text();
  }

  /** What to throw when the next word does not fit. */
  QueryException unexpected(String expected) {
    return QueryException.badData(
        "1:" + (next().at() + 1) + ": parse error: unexpected " + next() + expected);
  }
}
