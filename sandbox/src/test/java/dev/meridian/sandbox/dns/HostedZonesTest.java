package dev.meridian.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.sandbox.dns.DnsWorld.StandingClock;
import dev.meridian.sandbox.world.FileJournal;
import dev.meridian.sandbox.world.InMemoryJournal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostedZonesTest {
  private static final DnsName NAME = DnsName.of(DnsWorld.NAME);

  private final StandingClock clock = new StandingClock();
  private final HostedZones zones =
      new HostedZones(DnsWorld.SPEC, new InMemoryJournal(clock), clock);

  @Test
  void weights_atTheBeginning_areThoseOfTheRegions() {
    assertThat(zones.at(DnsWorld.NAME, DnsWorld.BEGINS)).hasToString("{eu-b=30, us-a=90}");
    assertThat(zones.at(DnsWorld.NAME, DnsWorld.BEGINS.minusMillis(1))).isEmpty();
    assertThat(zones.changes(DnsWorld.NAME, clock.now())).containsExactly(DnsWorld.BEGINS);
    assertThat(zones.ttl(DnsWorld.NAME)).isEqualTo(60);
  }

  @Test
  void weights_afterAChange_areTheOldOnesUntilItIsInSync() {
    Instant inSync = weight(30, 0).inSyncAt();

    assertThat(inSync).isBetween(clock.now().plusSeconds(5), clock.now().plusSeconds(60));
    assertThat(zones.at(DnsWorld.NAME, inSync.minusMillis(1))).containsEntry("eu-b", 30);
    assertThat(zones.at(DnsWorld.NAME, inSync)).containsEntry("eu-b", 0);
    assertThat(zones.changes(DnsWorld.NAME, inSync)).containsExactly(DnsWorld.BEGINS, inSync);
  }

  @Test
  void changes_ofAnotherName_areNotChangesOfTheWeights() {
    submit(
        zones,
        new ZoneChange(
            ZoneChange.Action.CREATE,
            RecordSet.simple(
                new RecordKey(DnsName.of("x.shop.example"), "TXT", ""), 60, List.of("\"x\""))));

    assertThat(zones.changes(DnsWorld.NAME, clock.now().plusSeconds(100)))
        .containsExactly(DnsWorld.BEGINS);
  }

  @Test
  void changes_oneAfterAnother_comeIntoSyncInTheirOrder() {
    Instant last = DnsWorld.BEGINS;
    for (int weight = 30; weight > 0; weight--) {
      Instant inSync = weight(weight, weight - 1).inSyncAt();
      assertThat(inSync).isAfter(last);
      last = inSync;
      clock.advance(1);
    }
  }

  @Test
  void zone_replayedFromTheFile_isTheSameToTheMicrosecond(@TempDir Path directory) {
    Instant later = clock.now().plusSeconds(180);
    Zone accepted;
    List<Instant> changes;
    try (FileJournal file = FileJournal.open(directory, clock)) {
      HostedZones before = new HostedZones(DnsWorld.SPEC, file, clock);
      weight(before, 30, 0);
      clock.advance(10);
      weight(before, 0, 3);
      accepted = before.accepted();
      changes = before.changes(DnsWorld.NAME, later);
    }

    try (FileJournal file = FileJournal.open(directory, clock)) {
      HostedZones again = new HostedZones(DnsWorld.SPEC, file, clock);

      assertThat(again.accepted()).isEqualTo(accepted);
      assertThat(again.changes(DnsWorld.NAME, later)).isEqualTo(changes).hasSize(3);
      assertThat(file.entries(HostedZones.KIND)).hasSize(3);
    }
  }

  private ChangeInfo weight(int from, int to) {
    return weight(zones, from, to);
  }

  private static ChangeInfo weight(HostedZones zones, int from, int to) {
    return submit(
        zones,
        new ZoneChange(ZoneChange.Action.DELETE, euB(from)),
        new ZoneChange(ZoneChange.Action.CREATE, euB(to)));
  }

  private static ChangeInfo submit(HostedZones zones, ZoneChange... changes) {
    Submission submission = zones.submit(new Batch(Optional.empty(), false, List.of(changes)));
    assertThat(submission).isInstanceOf(Submission.Accepted.class);
    return ((Submission.Accepted) submission).info();
  }

  private static RecordSet euB(int weight) {
    return RecordSet.weighted(new RecordKey(NAME, "A", "eu-b"), weight, 60, "127.0.1.2");
  }
}
