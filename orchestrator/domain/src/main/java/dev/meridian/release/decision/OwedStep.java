package dev.meridian.release.decision;

/** The next step for an owed region, with its reason for people. */
public sealed interface OwedStep {
  String reason();

  /** Whether its cluster is back; waited for no longer than the policy allows. */
  record AwaitCluster(String reason) implements OwedStep {}

  record Restore(String reason) implements OwedStep {}

  record BringBack(String reason) implements OwedStep {}

  /**
   * Nothing more is done here: the lock is freed.
   *
   * @param callPerson something is left that only a person can do
   */
  record Settle(String reason, boolean callPerson) implements OwedStep {}

  /**
   * Nothing more can be done now: this run ends, another one follows.
   *
   * @param callPerson it will not come right by itself
   */
  record TryLater(String reason, boolean callPerson) implements OwedStep {}

  /** The region is not owed, or not any more. */
  record Finished(String reason) implements OwedStep {}
}
