package dev.meridian.ledger.postgres.chain;

import dev.meridian.ledger.Subject;
import dev.meridian.ledger.chain.HeadWitness;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Where a chain stands: what the next entry follows, and who may write it. */
@MappedEntity("ledger_head")
record StoredHead(@Id String subjectKind, @Id String subjectId, long seq, int epoch, String hash) {

  Subject subject() {
    return new Subject(subjectKind, subjectId);
  }

  HeadWitness witness() {
    return new HeadWitness(subject(), seq, hash);
  }
}
