package dev.meridian.sandbox.kubernetes.controller;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The life of a pod, as far as it has been decided.
 *
 * @param created also scheduled
 * @param start whether its image has come
 * @param ending when it was told to end; it serves nobody from then on
 * @param gone when its object disappears
 * @param exit when its containers end by themselves: only a Job's do
 */
public record PodLife(
    String name,
    PodTemplate template,
    Instant created,
    Start start,
    Optional<Instant> ending,
    Optional<Instant> gone,
    Optional<Exit> exit) {

  /** After so long a pull that has not come is reported as failing. */
  static final Duration FIRST_PULL = Duration.ofSeconds(1);

  /** The end of a container's work, with its exit code. */
  public record Exit(Instant at, int code) {}

  /** Whether the image has come. */
  public sealed interface Start {
    /** Not yet. {@code next} is empty when no registry knows the image. */
    record Pulling(Optional<Instant> next) implements Start {}

    /** It has, and the pod is ready at {@code ready}. */
    record Pulled(Instant ready) implements Start {}
  }

  /** Exists and was not told to end. */
  boolean alive(Instant when) {
    return !created.isAfter(when) && ending.map(when::isBefore).orElse(true);
  }

  public boolean ready(Instant when) {
    return alive(when)
        && readyAt().filter(at -> !at.isAfter(when)).isPresent()
        && exited(when).isEmpty();
  }

  /** When it was or will be ready, whether or not it ends before. */
  public Optional<Instant> readyAt() {
    return start instanceof Start.Pulled(Instant at) ? Optional.of(at) : Optional.empty();
  }

  Optional<Exit> exited(Instant when) {
    return exit.filter(each -> !each.at().isAfter(when));
  }

  boolean exists(Instant when) {
    return !created.isAfter(when) && gone.map(when::isBefore).orElse(true);
  }

  PodLife with(Start next) {
    return new PodLife(name, template, created, next, ending, gone, exit);
  }

  PodLife ended(Instant when, Instant disappears) {
    return new PodLife(
        name, template, created, start, Optional.of(when), Optional.of(disappears), exit);
  }

  /** The instants at which something about it changes. */
  Stream<Instant> turns() {
    Stream<Instant> start =
        switch (this.start) {
          case Start.Pulling(Optional<Instant> next) ->
              Stream.concat(Stream.of(created.plus(FIRST_PULL)), next.stream());
          case Start.Pulled(Instant ready) -> Stream.of(ready);
        };
    return Stream.of(
            Stream.of(created), start, ending.stream(), gone.stream(), exit.stream().map(Exit::at))
        .flatMap(each -> each);
  }
}
