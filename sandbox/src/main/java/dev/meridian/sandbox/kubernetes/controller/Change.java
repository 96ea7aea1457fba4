package dev.meridian.sandbox.kubernetes.controller;

import dev.meridian.sandbox.kubernetes.object.ApiObject;
import java.time.Instant;

/** Something accepted that a controller acts on. Pods follow from these and from time alone. */
public sealed interface Change {
  /** World time at which it was accepted. */
  Instant at();

  /** The object as it was stored: created or changed. */
  record Stored(Instant at, ApiObject object) implements Change {}

  /** The object is to go with all that belongs to it. */
  record Removed(Instant at) implements Change {}

  /** One of its pods was deleted by somebody; a Deployment replaces it. */
  record PodDeleted(Instant at, String pod) implements Change {}
}
