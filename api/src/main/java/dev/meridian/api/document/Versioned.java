package dev.meridian.api.document;

/**
 * What a document says, and in which version of it.
 *
 * @param version from 1
 */
public record Versioned<T>(int version, T content) {}
