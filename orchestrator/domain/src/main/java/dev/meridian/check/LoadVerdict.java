package dev.meridian.check;

/** What came of a load check; each with the sentence shown to people. */
public sealed interface LoadVerdict {
  String sentence();

  /** The load was sent as planned, everything was measured, and every limit was kept. */
  record Passed(String sentence) implements LoadVerdict {}

  /** A limit was broken: the sentence names each with its figure. */
  record FoundFault(String sentence) implements LoadVerdict {}

  /** It says nothing about the service, and so is no pass. */
  record Inconclusive(String sentence) implements LoadVerdict {}
}
