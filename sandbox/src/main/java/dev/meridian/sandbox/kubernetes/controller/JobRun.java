package dev.meridian.sandbox.kubernetes.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.controller.PodLife.Exit;
import dev.meridian.sandbox.kubernetes.controller.PodLife.Start;
import dev.meridian.sandbox.kubernetes.object.ApiObject;
import dev.meridian.sandbox.kubernetes.object.ResourceKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The Job controller's view of one Job. All of it is decided when the Job is accepted: one pod
 * after another works a few seconds, and fails if the image's own check fails, until there are
 * enough successes or too many failures.
 */
public final class JobRun implements Workload {
  private static final Duration BACK_OFF = Duration.ofSeconds(10);

  private final Nodes nodes;
  private final ApiObject job;
  private final Optional<String> failure;
  private final List<PodLife> pods = new ArrayList<>();
  private Optional<JobEnd> end = Optional.empty();
  private boolean removed;
  private Instant now = Instant.MIN;

  public JobRun(Nodes nodes, Change.Stored created) {
    this.nodes = nodes;
    this.job = created.object();
    PodTemplate template = PodTemplate.of(job);
    this.failure =
        template.images().stream().map(nodes::failingCheck).flatMap(Optional::stream).findFirst();
    decide(template, created.at().plus(nodes.seeingTime(job.uid())));
  }

  private void decide(PodTemplate template, Instant begin) {
    int completions = job.spec().path("completions").asInt(1);
    int attempts = failure.isPresent() ? 1 + job.spec().path("backoffLimit").asInt(6) : completions;
    boolean exists = template.images().stream().allMatch(nodes::exists);
    Instant at = begin;
    for (int i = 0; i < (exists ? attempts : 1); i++) {
      PodLife pod = attempt(template, at, exists);
      pods.add(pod);
      Duration wait =
          failure.isPresent() ? BACK_OFF.multipliedBy(1L << Math.min(i, 5)) : Duration.ZERO;
      at = pod.exit().map(Exit::at).orElse(at).plus(wait);
    }
    if (exists) {
      Instant last = pods.getLast().exit().map(Exit::at).orElse(begin);
      end =
          Optional.of(
              failure.isPresent()
                  ? JobEnd.failed(last, "BackoffLimitExceeded")
                  : JobEnd.complete(last));
    }
    deadline(begin);
  }

  private PodLife attempt(PodTemplate template, Instant at, boolean exists) {
    String about = job.uid() + "/" + pods.size();
    String name = job.name() + "-" + nodes.chance().letters(5, about);
    Instant ready = at.plus(nodes.startTime(name));
    Optional<Exit> exit =
        exists
            ? Optional.of(new Exit(ready.plus(nodes.workTime(name)), failure.isPresent() ? 1 : 0))
            : Optional.empty();
    Start start = exists ? new Start.Pulled(ready) : new Start.Pulling(Optional.empty());
    return new PodLife(name, template, at, start, Optional.empty(), Optional.empty(), exit);
  }

  private void deadline(Instant begin) {
    long seconds = job.spec().path("activeDeadlineSeconds").asLong();
    Instant limit = begin.plusSeconds(seconds);
    if (seconds > 0 && end.map(each -> each.at().isAfter(limit)).orElse(true)) {
      end = Optional.of(JobEnd.failed(limit, "DeadlineExceeded"));
      endPods(limit);
    }
  }

  private void endPods(Instant when) {
    pods.removeIf(pod -> pod.created().isAfter(when));
    pods.replaceAll(pod ->
        pod.ending().isPresent() ? pod : pod.ended(when, when.plus(nodes.stopTime(pod.name()))));
  }

  @Override
  public void record(Change change) {
    switch (change) {
      case Change.Stored _ -> {
        // Nothing that moves a Job may change once it exists.
      }
      case Change.Removed(Instant at) -> {
        removed = true;
        endPods(at);
      }
      case Change.PodDeleted(Instant at, String name) ->
          pods.replaceAll(
              pod -> pod.name().equals(name) ? pod.ended(at, at.plus(nodes.stopTime(name))) : pod);
    }
  }

  /** Jobs are decided when they are accepted, and no registry fault holds them up. */
  @Override
  public void reconsider() {}

  @Override
  public void advance(Instant to) {
    now = to.isAfter(now) ? to : now;
  }

  @Override
  public Optional<Instant> next() {
    return pods.stream()
        .flatMap(PodLife::turns)
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  @Override
  public ApiObject reported(ApiObject stored) {
    if (removed || pods.isEmpty() || now.isBefore(pods.getFirst().created())) {
      return stored;
    }
    ApiObject result = stored.copy();
    ObjectNode status = result.tree().putObject("status");
    status.put("startTime", ApiObject.time(pods.getFirst().created()));
    number(status, "active", count(pod -> pod.alive(now) && pod.exited(now).isEmpty()));
    number(status, "ready", count(pod -> pod.ready(now)));
    number(status, "succeeded", exits(0));
    number(status, "failed", exits(1));
    end.filter(each -> !each.at().isAfter(now))
        .ifPresent(each -> {
          ArrayNode conditions = status.putArray("conditions");
          conditions.add(each.condition());
          if (each.completed()) {
            status.put("completionTime", ApiObject.time(each.at()));
          }
        });
    return result;
  }

  private int count(Predicate<PodLife> which) {
    return (int) pods.stream().filter(which).count();
  }

  private int exits(int code) {
    return count(pod -> pod.exited(now).filter(exit -> exit.code() == code).isPresent());
  }

  private static void number(ObjectNode status, String field, int value) {
    if (value != 0) {
      status.put(field, value);
    }
  }

  @Override
  public List<ApiObject> owned() {
    ObjectNode labels = ApiObject.JSON.createObjectNode();
    PodTemplate.of(job).labels().forEach(labels::put);
    Owner owner = new Owner(ResourceKinds.JOBS, job.namespace(), job.name(), job.uid(), labels);
    return pods.stream()
        .filter(pod -> pod.exists(now))
        .map(pod -> new PodObject(nodes.chance(), pod, now).owned(owner))
        .toList();
  }

  @Override
  public List<PodLife> lives() {
    return List.copyOf(pods);
  }

  @Override
  public List<String> log(String pod) {
    return pods.stream()
        .filter(each -> each.name().equals(pod))
        .flatMap(each -> PodLog.working(each, failure, now).stream())
        .toList();
  }
}
