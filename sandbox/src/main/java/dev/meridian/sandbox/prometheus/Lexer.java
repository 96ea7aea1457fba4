package dev.meridian.sandbox.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words. */
final class Lexer {
  private static final Pattern BLANK = Pattern.compile("(?:\\s|#[^\\n]*)+");
  private static final Pattern DURATION =
      Pattern.compile("(?:\\d+(?:ms|[smhdwy]))+(?![A-Za-z0-9_])");
  private static final Pattern NUMBER =
      Pattern.compile("0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:]*");
  private static final Pattern SYMBOL =
      Pattern.compile("=~|!~|!=|==|>=|<=|[-+*/%^<>=(){}\\[\\],:@]");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /**
   * All words, the last one of kind {@code END}.
   *
   * @throws QueryException when something is no word
   */
  static List<Token> read(String text) {
    return new Lexer(text).read();
  }

  private List<Token> read() {
    while (at < text.length()) {
      if (skipBlank()) {
        continue;
      }
      char next = text.charAt(at);
      if (next == ':' && inBrackets()) {
        symbol(next);
      } else if (next == '"' || next == '\'' || next == '`') {
        string(next);
      } else if (!take(DURATION, Token.Kind.DURATION)
          && !take(NUMBER, Token.Kind.NUMBER)
          && !take(WORD, Token.Kind.WORD)
          && !take(SYMBOL, Token.Kind.SYMBOL)) {
        throw QueryException.badData(
            "1:" + (at + 1) + ": parse error: unexpected character: '" + next + "'");
      }
    }
    tokens.add(new Token(Token.Kind.END, "", at));
    return tokens;
  }

  /** Within a range a colon stands by itself; elsewhere it belongs to a name. */
  private boolean inBrackets() {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).is("[") || tokens.get(i).is("]")) {
        return tokens.get(i).is("[");
      }
    }
    return false;
  }

  private void symbol(char symbol) {
    tokens.add(new Token(Token.Kind.SYMBOL, Character.toString(symbol), at));
    at++;
  }

  private boolean skipBlank() {
    Matcher matcher = BLANK.matcher(text).region(at, text.length());
    boolean found = matcher.lookingAt();
    at = found ? matcher.end() : at;
    return found;
  }

  private boolean take(Pattern pattern, Token.Kind kind) {
    Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return false;
    }
    tokens.add(new Token(kind, matcher.group(), at));
    at = matcher.end();
    return true;
  }

  private void string(char quote) {
    int start = at;
    StringBuilder meaning = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == quote) {
        at++;
        tokens.add(new Token(Token.Kind.STRING, meaning.toString(), start));
        return;
      }
      meaning.append(next == '\\' && quote != '`' ? escaped() : next);
    }
    throw QueryException.badData("1:" + (start + 1) + ": parse error: unterminated quoted string");
  }

  private char escaped() {
    at++;
    char next = at < text.length() ? text.charAt(at) : ' ';
    return switch (next) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '\\', '"', '\'' -> next;
      default ->
          throw QueryException.badData(
              "1:" + at + ": parse error: unknown escape sequence '\\" + next + "'");
    };
  }
}
