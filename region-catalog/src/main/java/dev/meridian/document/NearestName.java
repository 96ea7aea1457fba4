package dev.meridian.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class NearestName {
  /** Longer ones are no slip, and comparing them would take time. */
  private static final int LONGEST = 64;

  private NearestName() {}

  /** The known name that {@code name} is a slip of: at most a third of its letters differ. */
  public static Optional<String> of(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= Math.max(1, candidate.length() / 3))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * What to do about an unknown name, one sentence: {@code Did you mean "covers"?}, or the names
   * that are known.
   */
  public static String remedy(String name, Collection<String> known) {
    return of(name, known)
        .map(nearest -> "Did you mean \"" + nearest + "\"?")
        .orElseGet(() ->
            known.isEmpty()
                ? "Remove it."
                : "Use one of: " + String.join(", ", known.stream().sorted().toList()) + ".");
  }

  /** Letters to insert, delete, replace or swap with the next; small equal capital ones. */
  static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] =
            i == 0 || j == 0 ? i + j : fewest(steps, a.substring(0, i), b.substring(0, j));
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int fewest(int[][] steps, String a, String b) {
    int i = a.length();
    int j = b.length();
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int fewest =
        Math.min(
            1 + Math.min(steps[i - 1][j], steps[i][j - 1]), steps[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, 1 + steps[i - 2][j - 2]) : fewest;
  }
}
