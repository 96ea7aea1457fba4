package dev.meridian.sandbox.dns;

/** One change of a batch. */
public record ZoneChange(Action action, RecordSet set) {
  /** As on the wire. */
  public enum Action {
    CREATE,
    DELETE,
    UPSERT
  }
}
