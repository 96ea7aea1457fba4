package dev.meridian.worker.image;

/** What one look at a registry showed. */
public sealed interface ImageLook {
  /** It is served, and is what its digest says. */
  record Served() implements ImageLook {}

  /** The registry answers and does not have it, or has something else under its name. */
  record Missing(String sentence) implements ImageLook {}

  /** The registry does not answer as one. */
  record Unreachable(String sentence) implements ImageLook {}
}
