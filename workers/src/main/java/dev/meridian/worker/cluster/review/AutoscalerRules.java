package dev.meridian.worker.cluster.review;

import dev.meridian.worker.manifest.KubernetesObject;
import java.util.stream.Stream;

/** Bounds that an autoscaler can work between, and only one of them. */
final class AutoscalerRules implements Rule {
  @Override
  public Stream<Finding> look(Workload workload, Surroundings around) {
    var autoscalers = around.autoscalersOf(workload);
    Stream<Finding> twins =
        autoscalers.size() > 1
            ? Stream.of(
                Finding.blocks(
                    workload.name() + " has " + autoscalers.size() + " autoscalers: keep one"))
            : Stream.empty();
    return Stream.concat(twins, autoscalers.stream().flatMap(scaler -> bounds(workload, scaler)));
  }

  private static Stream<Finding> bounds(Workload workload, KubernetesObject scaler) {
    int least = scaler.at("/spec/minReplicas").asInt(1);
    int most = scaler.at("/spec/maxReplicas").asInt();
    if (least > most) {
      return Stream.of(
          Finding.blocks(
              scaler.ref() + " has minReplicas " + least + " above maxReplicas " + most));
    }
    boolean declared = workload.object().at("/spec").has("replicas");
    if (declared && workload.replicas() > most) {
      return Stream.of(
          Finding.warns(
              scaler.ref()
                  + " allows at most "
                  + most
                  + " pods, the template asks for "
                  + workload.replicas()));
    }
    return least == most
        ? Stream.of(Finding.warns(scaler.ref() + " can only ever have " + most + " pods"))
        : Stream.empty();
  }
}
