package dev.meridian.api.release;

import dev.meridian.api.plan.WantedRevision;
import dev.meridian.document.DocumentReader;
import dev.meridian.document.NearestName;
import dev.meridian.document.Problem;
import dev.meridian.document.Value;
import dev.meridian.gate.GateSpec;
import dev.meridian.service.ServiceSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The body of a start.
 *
 * @param wanted which revision of which service
 * @param reason why, for everybody who will read the history
 * @param overrideGates names of gates that are to judge although they would have stopped healthy
 *     bakes
 */
record StartOrder(WantedRevision wanted, String reason, List<String> overrideGates) {
  StartOrder {
    overrideGates = List.copyOf(overrideGates);
  }

  /** The shape that the interface's description shows. */
  @Schema(
      name = "StartRelease",
      requiredProperties = {"service", "reason"})
  record Shape(
      String service,
      Optional<String> image,
      Map<String, String> parameters,
      String reason,
      List<String> overrideGates) {}

  static Value<StartOrder> read(DocumentReader request) {
    Value<WantedRevision> wanted = WantedRevision.read(request);
    Value<String> reason = request.required("reason").text();
    Value<List<String>> gates = request.optional("overrideGates").strings();
    return request.build(() -> new StartOrder(wanted.get(), reason.get(), gates.or(List.of())));
  }

  /** Names that are no gates of the service. */
  List<Problem> problems(ServiceSpec service) {
    List<String> names = service.gates().stream().map(GateSpec::name).toList();
    return IntStream.range(0, overrideGates.size())
        .filter(i -> !names.contains(overrideGates.get(i)))
        .mapToObj(i ->
            new Problem(
                "/overrideGates/" + i,
                overrideGates.get(i),
                "is no gate of " + service.name(),
                NearestName.remedy(overrideGates.get(i), names)))
        .toList();
  }
}
