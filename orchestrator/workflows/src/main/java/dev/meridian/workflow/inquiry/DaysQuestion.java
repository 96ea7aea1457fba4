package dev.meridian.workflow.inquiry;

import dev.meridian.gate.GateSpec;
import dev.meridian.gate.change.Disturbance;
import dev.meridian.gate.replay.Place;
import dev.meridian.gate.statistics.AlphaShare;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the gates of a plan did on the two days before it.
 *
 * @param gates ratio gates; the others are rules and need no history
 * @param shares of the false stops, by gate
 * @param watched every region with users
 * @param places where the plan has them judged
 * @param disturbed what is on record of these days
 * @param until the days end with the last whole five minutes before it
 */
public record DaysQuestion(
    List<GateSpec.Ratio> gates,
    SortedMap<String, AlphaShare> shares,
    List<Watched> watched,
    List<Place> places,
    List<Disturbance> disturbed,
    Instant until) {
  public DaysQuestion {
    gates = List.copyOf(gates);
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    watched = List.copyOf(watched);
    places = List.copyOf(places);
    disturbed = List.copyOf(disturbed);
  }
}
