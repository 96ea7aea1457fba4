package dev.meridian.sandbox.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Answers one question by a zone. Of several weighted record sets one is chosen with the chance
 * weight / sum of weights; when all weights are zero each has the same chance, as in Route 53.
 */
final class DnsAnswers {
  private static final long ALIAS_TTL = 60;

  private final SplittableRandom chance;

  DnsAnswers(long seed) {
    this.chance = new SplittableRandom(seed);
  }

  /** The answer to a query, or FORMERR, NOTIMP or REFUSED for what is not answered here. */
  Message answer(Zone zone, Message query) throws IOException {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    if (query.getHeader().getFlag(Flags.RD)) {
      answer.getHeader().setFlag(Flags.RD);
    }
    Record question = query.getQuestion();
    if (question == null) {
      answer.getHeader().setRcode(Rcode.FORMERR);
      return answer;
    }
    answer.addRecord(question, Section.QUESTION);
    DnsName name = DnsName.of(question.getName().toString());
    if (query.getHeader().getOpcode() != Opcode.QUERY || question.getDClass() != DClass.IN) {
      answer.getHeader().setRcode(Rcode.NOTIMP);
    } else if (!name.within(zone.name())) {
      answer.getHeader().setRcode(Rcode.REFUSED);
    } else {
      answer.getHeader().setFlag(Flags.AA);
      fill(answer, zone, name, question);
    }
    return answer;
  }

  private void fill(Message answer, Zone zone, DnsName name, Record question) throws IOException {
    List<RecordSet> sets = zone.of(name, Type.string(question.getType()));
    List<Record> records = sets.isEmpty() ? List.of() : records(zone, choose(sets), question);
    records.forEach(found -> answer.addRecord(found, Section.ANSWER));
    if (records.isEmpty()) {
      boolean exists = zone.sets().keySet().stream().anyMatch(key -> key.name().within(name));
      answer.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
      for (RecordSet soa : zone.of(zone.name(), "SOA")) {
        Name apex = Name.fromString(zone.name().value());
        answer.addRecord(record(apex, Type.SOA, 60, soa.values().getFirst()), Section.AUTHORITY);
      }
    }
  }

  private RecordSet choose(List<RecordSet> sets) {
    int sum = sets.stream().mapToInt(set -> set.weight().orElse(0)).sum();
    if (sum == 0) {
      return sets.get(chance.nextInt(sets.size()));
    }
    int point = chance.nextInt(sum);
    for (RecordSet set : sets) {
      point -= set.weight().orElse(0);
      if (point < 0) {
        return set;
      }
    }
    return sets.getLast();
  }

  /** The set's own values, or those of the record set of this zone that its alias names. */
  private List<Record> records(Zone zone, RecordSet set, Record question) throws IOException {
    RecordSet source = set;
    if (set.alias().isPresent()) {
      List<RecordSet> targets = zone.of(set.alias().get().target(), set.key().type());
      if (targets.isEmpty()) {
        return List.of();
      }
      source = choose(targets);
    }
    long ttl = set.ttl().or(source::ttl).orElse(ALIAS_TTL);
    List<Record> records = new ArrayList<>();
    for (String value : source.values()) {
      records.add(record(question.getName(), question.getType(), ttl, value));
    }
    return records;
  }

  private static Record record(Name name, int type, long ttl, String value) throws IOException {
    return Record.fromString(name, type, DClass.IN, ttl, value, Name.root);
  }
}
