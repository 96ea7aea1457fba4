package dev.meridian.worker.traffic;

import dev.meridian.evacuation.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** One exact batch: DELETE as read, CREATE with only the weight changed, and the token. */
final class WeightChange {
  private static final long TOKEN_TTL = 60;

  private WeightChange() {}

  /**
   * @param records as read
   * @param weights by set identifier; only these record sets are touched
   * @param next the token that this change leaves in the zone
   */
  static List<Change> batch(
      NameRecords records, SortedMap<String, Weight> weights, FencingToken next) {
    List<Change> changes = new ArrayList<>();
    for (ResourceRecordSet set : records.sets()) {
      Weight weight = weights.get(set.setIdentifier());
      if (weight != null) {
        changes.add(change(ChangeAction.DELETE, set));
        changes.add(
            change(ChangeAction.CREATE, set.toBuilder().weight((long) weight.value()).build()));
      }
    }
    records.tokenSet().ifPresent(set -> changes.add(change(ChangeAction.DELETE, set)));
    changes.add(change(ChangeAction.CREATE, tokenSet(records, next)));
    return changes;
  }

  private static ResourceRecordSet tokenSet(NameRecords records, FencingToken next) {
    return ResourceRecordSet.builder()
        .name(records.name().tokenName())
        .type(RRType.TXT)
        .ttl(records.tokenSet().map(ResourceRecordSet::ttl).orElse(TOKEN_TTL))
        .resourceRecords(List.of(ResourceRecord.builder().value(next.value()).build()))
        .build();
  }

  private static Change change(ChangeAction action, ResourceRecordSet set) {
    return Change.builder().action(action).resourceRecordSet(set).build();
  }
}
