package dev.meridian.sandbox.kubernetes.apply;

/**
 * Who writes.
 *
 * @param manager the field manager
 * @param apiVersion of the object as it is written
 * @param subresource {@code status} or {@code scale}, or empty
 * @param time as Kubernetes writes it
 */
public record Writer(String manager, String apiVersion, String subresource, String time) {}
