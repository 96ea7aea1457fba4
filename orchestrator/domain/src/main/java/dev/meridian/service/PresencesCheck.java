package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.region.Presence;
import dev.meridian.region.RequestsPerSecond;
import dev.meridian.service.Parts.Part;

/** Whether the demand of a service adds up: per region against capacity, and in all. */
final class PresencesCheck {
  private final DocumentReader document;
  private final Parts<Presence> presences;

  PresencesCheck(DocumentReader document, Parts<Presence> presences) {
    this.document = document;
    this.presences = presences;
  }

  void check() {
    presences.good().forEach(this::checkDemand);
    boolean served = presences.good().stream().anyMatch(part -> part.value().role().hasUsers());
    if (presences.complete() && !served) {
      document.problem(
          "/presences",
          "no presence has users",
          "Add a presence with the role canary or production.");
    }
  }

  private void checkDemand(Part<Presence> part) {
    Presence presence = part.value();
    RequestsPerSecond peak = presence.peak();
    if (peak.compareTo(presence.capacity()) > 0) {
      document.problem(
          part.pointer() + "/capacity",
          "is less than the demand of the busiest hour, " + peak.value() + " requests/s",
          "Raise it to what the region can serve, or correct the demand.");
    }
    if (presence.role().hasUsers() && peak.value() == 0) {
      document.problem(
          part.pointer() + "/demand",
          "a region with users has no demand at all, so that nothing there could be judged",
          "Write its requests per second for each local hour, or make it staging.");
    }
  }
}
