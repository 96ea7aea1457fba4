package dev.meridian.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** What Meridian relies on in Route 53, said with the real SDK. */
abstract class Route53Contract {
  private static final Duration IN_SYNC = Duration.ofMinutes(3);

  abstract Route53Client client();

  /** Bare id of a zone whose names this test may use. */
  abstract String zoneId();

  /** A name in the zone that nobody else uses. */
  abstract String name();

  /** Called after the zone is clean again. */
  abstract void close();

  @BeforeEach
  void twoWeightedRecordSets() {
    change(create(weighted("a", 100)), create(weighted("b", 50)));
  }

  @AfterEach
  void removed() {
    List<Change> deletes = new ArrayList<>();
    for (String owned : List.of(name(), "_meridian." + name())) {
      listed(owned).forEach(set -> deletes.add(delete(set)));
    }
    if (!deletes.isEmpty()) {
      change(deletes.toArray(Change[]::new));
    }
    close();
  }

  @Test
  void recordSets_listed_areAbsoluteNamesWithAllThatADeleteNeeds() {
    assertThat(listed(name())).containsExactly(weighted("a", 100), weighted("b", 50));
  }

  @Test
  void recordSets_listedInPagesOfOne_areTheSameAsInOnePage() {
    List<ResourceRecordSet> paged =
        client()
            .listResourceRecordSetsPaginator(r -> r.hostedZoneId(zoneId()).maxItems("1"))
            .resourceRecordSets()
            .stream()
            .filter(set -> set.name().equals(name()))
            .toList();

    assertThat(paged).isEqualTo(listed(name()));
  }

  @Test
  void recordSets_listedFromAnIdentifier_beginThere() {
    ResourceRecordSet first =
        client()
            .listResourceRecordSets(r ->
                r.hostedZoneId(zoneId())
                    .startRecordName(name())
                    .startRecordType(RRType.A)
                    .startRecordIdentifier("b"))
            .resourceRecordSets()
            .getFirst();

    assertThat(first).isEqualTo(weighted("b", 50));
  }

  @Test
  void weight_deletedExactlyAndCreated_changesInOneBatch() {
    change(delete(weighted("a", 100)), create(weighted("a", 0)));

    assertThat(listed(name())).containsExactly(weighted("a", 0), weighted("b", 50));
  }

  @Test
  void delete_withAnotherWeight_isRefused() {
    assertThatThrownBy(() -> change(delete(weighted("a", 99)), create(weighted("a", 0))))
        .isInstanceOf(InvalidChangeBatchException.class)
        .hasMessageContaining("but the values provided do not match the current values");
  }

  @Test
  void delete_withAnotherTtl_isRefused() {
    ResourceRecordSet other = weighted("a", 100).toBuilder().ttl(61L).build();

    assertThatThrownBy(() -> change(delete(other))).isInstanceOf(InvalidChangeBatchException.class);
  }

  @Test
  void delete_withAnotherValue_isRefused() {
    ResourceRecordSet other =
        weighted("a", 100).toBuilder()
            .resourceRecords(List.of(ResourceRecord.builder().value("192.0.2.9").build()))
            .build();

    assertThatThrownBy(() -> change(delete(other))).isInstanceOf(InvalidChangeBatchException.class);
  }

  @Test
  void delete_ofWhatIsNotThere_isRefused() {
    assertThatThrownBy(() -> change(delete(weighted("c", 1))))
        .isInstanceOf(InvalidChangeBatchException.class)
        .hasMessageContaining("but it was not found");
  }

  @Test
  void create_ofWhatIsThere_isRefused() {
    assertThatThrownBy(() -> change(create(weighted("a", 1))))
        .isInstanceOf(InvalidChangeBatchException.class)
        .hasMessageContaining("but it already exists");
  }

  @Test
  void batch_withOneMismatch_changesNothing() {
    assertThatThrownBy(() ->
            change(
                delete(weighted("a", 100)),
                create(weighted("a", 0)),
                delete(weighted("b", 51)),
                create(weighted("b", 52))))
        .isInstanceOf(InvalidChangeBatchException.class);

    assertThat(listed(name())).containsExactly(weighted("a", 100), weighted("b", 50));
  }

  @Test
  void fencingToken_ofADelayedWriter_refusesTheWholeBatch() {
    change(create(token(1)));
    change(delete(token(1)), create(token(2)));

    assertThatThrownBy(() ->
            change(
                delete(token(1)),
                create(token(2)),
                delete(weighted("a", 100)),
                create(weighted("a", 0))))
        .isInstanceOf(InvalidChangeBatchException.class);

    assertThat(listed("_meridian." + name())).containsExactly(token(2));
    assertThat(listed(name())).contains(weighted("a", 100));
  }

  @Test
  void weight_above255_isRefused() {
    assertThatThrownBy(() -> change(create(weighted("c", 256))))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void txt_withoutQuotationMarks_isRefused() {
    ResourceRecordSet bare =
        token(1).toBuilder()
            .resourceRecords(List.of(ResourceRecord.builder().value("v1 1 nobody").build()))
            .build();

    assertThatThrownBy(() -> change(create(bare))).isInstanceOf(InvalidChangeBatchException.class);
  }

  @Test
  void change_afterAWhile_isInSync() throws InterruptedException {
    ChangeInfo info = change(create(token(1)));
    Instant giveUp = Instant.now().plus(IN_SYNC);
    ChangeStatus status = info.status();
    while (status != ChangeStatus.INSYNC && Instant.now().isBefore(giveUp)) {
      Thread.sleep(50);
      status = client().getChange(r -> r.id(info.id())).changeInfo().status();
    }

    assertThat(status).isEqualTo(ChangeStatus.INSYNC);
  }

  @Test
  void zone_answered_hasItsBareId() {
    assertThat(client().getHostedZone(r -> r.id(zoneId())).hostedZone().id()).isEqualTo(zoneId());
  }

  @Test
  void zone_unknown_isNotFound() {
    assertThatThrownBy(
            () -> client().listResourceRecordSets(r -> r.hostedZoneId("Z0NOSUCHZONE0000")))
        .isInstanceOf(NoSuchHostedZoneException.class);
  }

  @Test
  void change_unknown_isNotFound() {
    assertThatThrownBy(() -> client().getChange(r -> r.id("C0NOSUCHCHANGE000")))
        .isInstanceOf(NoSuchChangeException.class);
  }

  final ChangeInfo change(Change... changes) {
    return client()
        .changeResourceRecordSets(
            r -> r.hostedZoneId(zoneId()).changeBatch(b -> b.changes(Arrays.asList(changes))))
        .changeInfo();
  }

  final List<ResourceRecordSet> listed(String recordName) {
    return client()
        .listResourceRecordSets(r -> r.hostedZoneId(zoneId()).startRecordName(recordName))
        .resourceRecordSets()
        .stream()
        .filter(set -> set.name().equals(recordName))
        .toList();
  }

  final ResourceRecordSet weighted(String identifier, long weight) {
    return ResourceRecordSet.builder()
        .name(name())
        .type(RRType.A)
        .setIdentifier(identifier)
        .weight(weight)
        .ttl(60L)
        .resourceRecords(List.of(ResourceRecord.builder().value("192.0.2.1").build()))
        .build();
  }

  private ResourceRecordSet token(int number) {
    return ResourceRecordSet.builder()
        .name("_meridian." + name())
        .type(RRType.TXT)
        .ttl(60L)
        .resourceRecords(
            List.of(ResourceRecord.builder().value("\"v1 " + number + " contract\"").build()))
        .build();
  }

  static Change create(ResourceRecordSet set) {
    return Change.builder().action(ChangeAction.CREATE).resourceRecordSet(set).build();
  }

  static Change delete(ResourceRecordSet set) {
    return Change.builder().action(ChangeAction.DELETE).resourceRecordSet(set).build();
  }
}
