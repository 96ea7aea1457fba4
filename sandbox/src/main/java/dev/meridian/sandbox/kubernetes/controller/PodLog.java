package dev.meridian.sandbox.kubernetes.controller;

import dev.meridian.sandbox.kubernetes.controller.PodLife.Exit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the containers of the sandbox write, line by line, each with its world time. */
final class PodLog {
  private PodLog() {}

  static List<String> serving(PodLife pod, Instant now) {
    List<String> lines = new ArrayList<>();
    if (pod.start() instanceof PodLife.Start.Pulled(Instant ready)) {
      lines.add(pod.created() + " starting " + pod.template().image());
      if (!ready.isAfter(now)) {
        lines.add(ready + " listening on :8080, ready");
      }
      pod.ending()
          .filter(at -> !at.isAfter(now))
          .ifPresent(at -> lines.add(at + " told to end, finishing open requests"));
    }
    return lines;
  }

  static List<String> working(PodLife pod, Optional<String> failure, Instant now) {
    List<String> lines = new ArrayList<>();
    if (pod.start() instanceof PodLife.Start.Pulled(Instant ready) && !ready.isAfter(now)) {
      String work = String.join(" ", pod.template().arguments());
      lines.add(ready + " begin " + (work.isEmpty() ? pod.template().image() : work));
      Optional<Exit> exit = pod.exited(now);
      exit.ifPresent(end ->
          lines.add(
              end.at()
                  + failure
                      .map(why -> " FAILED: " + why)
                      .orElse(" done, nothing to complain about")));
    }
    return lines;
  }
}
