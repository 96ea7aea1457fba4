package dev.meridian.failure;

/** What went wrong outside. The name is the type of the {@code ApplicationFailure} on the wire. */
public enum FailureCode {
  CLUSTER_UNREACHABLE(true, Actor.NOBODY, "the cluster's API does not answer"),
  CLUSTER_THROTTLED(true, Actor.NOBODY, "the cluster's API asks us to slow down"),
  CLUSTER_CONFLICT(true, Actor.NOBODY, "another writer changed an object at the same moment"),
  CLUSTER_REFUSED(false, Actor.SERVICE_OWNER, "the cluster refused the change"),
  CLUSTER_FORBIDDEN(false, Actor.OPERATOR, "our credential may not do this in the cluster"),
  NOT_READY(false, Actor.SERVICE_OWNER, "the contender's pods did not become ready"),
  READINESS_REVIEW_BLOCKED(
      false, Actor.SERVICE_OWNER, "the readiness review found a blocking fault"),
  IMAGE_MISSING(false, Actor.SERVICE_OWNER, "the region's registry does not serve the image"),
  REGISTRY_UNREACHABLE(true, Actor.NOBODY, "the region's registry does not answer"),
  CHECK_UNREACHABLE(true, Actor.NOBODY, "the check could not be run"),
  METRICS_UNREACHABLE(true, Actor.NOBODY, "the metrics system does not answer"),
  METRICS_REFUSED(false, Actor.SERVICE_OWNER, "the metrics system refused a query"),
  QUESTION_TOO_LONG(false, Actor.NOBODY, "there is more to read than a person waits for"),
  DNS_UNREACHABLE(true, Actor.NOBODY, "the DNS service does not answer"),
  DNS_THROTTLED(true, Actor.NOBODY, "the DNS service asks us to slow down"),
  DNS_REFUSED(false, Actor.OPERATOR, "the DNS service refused the change"),
  DNS_SUPERSEDED(false, Actor.NOBODY, "a newer change of the zone was made by another writer"),
  NO_ROOM(false, Actor.OPERATOR, "no other region can carry this traffic"),
  HARMED_AGAIN(false, Actor.OPERATOR, "users were harmed again while their traffic returned"),
  FENCED(false, Actor.NOBODY, "a newer intention has already changed the object"),
  SUPERSEDED(false, Actor.NOBODY, "a newer run of this release has taken over"),
  OUTDATED(false, Actor.NOBODY, "something was recorded that this decision did not know of"),
  LEDGER_UNREACHABLE(true, Actor.NOBODY, "the database does not answer"),
  INVALID_SPEC(false, Actor.SERVICE_OWNER, "the service's documents cannot be used"),
  UNEXPECTED(true, Actor.OPERATOR, "something unforeseen happened");

  /** Who must do something before it can work. */
  public enum Actor {
    NOBODY,
    SERVICE_OWNER,
    OPERATOR
  }

  private final boolean retryable;
  private final Actor actor;
  private final String fact;

  FailureCode(boolean retryable, Actor actor, String fact) {
    this.retryable = retryable;
    this.actor = actor;
    this.fact = fact;
  }

  /** Whether the same attempt may succeed later without anybody changing anything. */
  public boolean retryable() {
    return retryable;
  }

  public Actor actor() {
    return actor;
  }

  /** One clause for people. */
  public String fact() {
    return fact;
  }
}
