package dev.meridian.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.sandbox.dns.DnsWorld.StandingClock;
import dev.meridian.sandbox.world.InMemoryJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

final class DnsServerTest {
  private final StandingClock clock = new StandingClock();
  private final HostedZones zones =
      new HostedZones(DnsWorld.SPEC, new InMemoryJournal(clock), clock);
  private final DnsServer server;
  private final SimpleResolver resolver;

  DnsServerTest() throws IOException {
    server = DnsServer.start(zones, clock, 0, 7);
    resolver = new SimpleResolver(server.address());
    resolver.setTimeout(Duration.ofSeconds(5));
  }

  @AfterEach
  void closed() {
    server.close();
  }

  @Test
  void address_askedAThousandTimes_isChosenByWeight() {
    Map<String, Long> answers =
        IntStream.range(0, 1000)
            .mapToObj(_ -> only(ask(DnsWorld.NAME, Type.A)).rdataToString())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    // 90 of 120 is three quarters; the standard deviation of the count is 14.
    assertThat(answers).containsOnlyKeys("127.0.1.2", "127.0.1.3");
    assertThat(answers.get("127.0.1.3")).isBetween(680L, 820L);
  }

  @Test
  void address_ofAWeightOfZero_isNotAnsweredOnceInSync() {
    RecordKey key = new RecordKey(DnsName.of(DnsWorld.NAME), "A", "us-a");
    zones.submit(
        new Batch(
            Optional.empty(),
            false,
            List.of(
                new ZoneChange(
                    ZoneChange.Action.DELETE, RecordSet.weighted(key, 90, 60, "127.0.1.3")),
                new ZoneChange(
                    ZoneChange.Action.CREATE, RecordSet.weighted(key, 0, 60, "127.0.1.3")))));
    clock.advance(60);

    for (int i = 0; i < 100; i++) {
      assertThat(only(ask(DnsWorld.NAME, Type.A)).rdataToString()).isEqualTo("127.0.1.2");
    }
  }

  @Test
  void text_ofTheZone_isAnswered() {
    zones.submit(
        new Batch(
            Optional.empty(),
            false,
            List.of(
                new ZoneChange(
                    ZoneChange.Action.CREATE,
                    RecordSet.simple(
                        new RecordKey(DnsName.of("_meridian." + DnsWorld.NAME), "TXT", ""),
                        60,
                        List.of("\"v1 1 me\""))))));
    clock.advance(60);

    assertThat(only(ask("_meridian." + DnsWorld.NAME, Type.TXT)).rdataToString())
        .isEqualTo("\"v1 1 me\"");
  }

  @Test
  void name_unknown_isNxdomainWithTheZonesSoa() {
    Message answer = ask("nobody.shop.example", Type.A);

    assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(answer.getSection(Section.AUTHORITY)).hasSize(1);
  }

  @Test
  void type_thatTheNameHasNot_isNoErrorAndEmpty() {
    Message answer = ask(DnsWorld.NAME, Type.AAAA);

    assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(answer.getSection(Section.ANSWER)).isEmpty();
  }

  @Test
  void name_ofAnotherZone_isRefused() {
    assertThat(ask("example.org", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void dig_askedForTheName_printsAnAddress() throws Exception {
    Path dig = Path.of("/usr/bin/dig");
    Assumptions.assumeTrue(Files.isExecutable(dig), "dig is not installed on this machine");
    String port = String.valueOf(server.address().getPort());

    Process process =
        new ProcessBuilder(dig.toString(), "@127.0.0.1", "-p", port, "+short", DnsWorld.NAME)
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(printed.strip()).isIn("127.0.1.2", "127.0.1.3");
  }

  private static Record only(Message answer) {
    List<Record> records = answer.getSection(Section.ANSWER);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private Message ask(String name, int type) {
    try {
      Name absolute = Name.fromString(name + ".");
      return resolver.send(Message.newQuery(Record.newRecord(absolute, type, DClass.IN)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
