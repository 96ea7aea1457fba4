package dev.meridian.region;

import dev.meridian.document.NearestName;
import dev.meridian.document.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether the users of one region could go where its document sends them: every peer is another
 * region of the catalogue, and may receive them by law.
 */
record PeerCheck(RegionDraft region, SortedMap<RegionCode, RegionDraft> catalogue) {
  void run() {
    SortedSet<RegionCode> seen = new TreeSet<>();
    for (Value<RegionCode> peer : region.peers()) {
      peer.maybe().ifPresent(code -> check(peer, code, seen.add(code)));
    }
  }

  private void check(Value<RegionCode> peer, RegionCode code, boolean firstTime) {
    RegionDraft receiver = catalogue.get(code);
    if (region.code().maybe().filter(code::equals).isPresent()) {
      peer.problem("a region is no peer of itself", "Name another region, or none.");
    } else if (!firstTime) {
      peer.problem("peer is named twice", "Remove one.");
    } else if (receiver == null) {
      List<String> known = catalogue.keySet().stream().map(RegionCode::value).toList();
      peer.problem("peer is no region of this catalogue", NearestName.remedy(code.value(), known));
    } else {
      region.jurisdiction().maybe().ifPresent(law -> checkLaw(peer, receiver, law));
    }
  }

  private static void checkLaw(Value<RegionCode> peer, RegionDraft receiver, String law) {
    List<String> allowed = receiver.mayReceiveFrom().maybe().orElse(List.of(law));
    if (!allowed.contains(law)) {
      peer.problem(
          "peer may receive from " + String.join(", ", allowed) + ", not from " + law,
          "Remove the peer, or add " + law + " to its mayReceiveFrom if law allows it.");
    }
  }
}
