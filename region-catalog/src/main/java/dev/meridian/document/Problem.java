package dev.meridian.document;

/**
 * One thing that is wrong with a document.
 *
 * @param pointer JSON pointer (RFC 6901) to the place, {@code ""} for the whole document
 * @param value what stands there, shortened for people; {@code ""} when nothing does
 * @param message what is wrong, one sentence
 * @param remedy what to do about it, one sentence
 */
public record Problem(String pointer, String value, String message, String remedy) {}
