package dev.meridian.worker.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.failure.FailureCode;
import dev.meridian.worker.Pulse;
import dev.meridian.worker.cluster.FencedWriter.Change;
import dev.meridian.worker.frozen.FrozenExample;
import dev.meridian.worker.manifest.KubernetesObject;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FencedWriterTest {
  private static final String OURS =
      "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\","
          + "\"metadata\":{\"name\":\"notes\",\"namespace\":\"checkout\"},\"data\":%s}";

  private final ClusterRoom room;

  FencedWriterTest(@TempDir Path directory) {
    room = new ClusterRoom(directory);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void otherWriter_betweenReadAndWrite_isReadAgain() {
    write(1, notes("{\"a\":\"1\"}"));
    AtomicInteger decided = new AtomicInteger();
    writer(2)
        .write(
            notes("{}").ref(),
            live -> {
              if (decided.incrementAndGet() <= 2) {
                room.foreignApply("jane", OURS.formatted("{\"b\":\"" + decided.get() + "\"}"));
              }
              return new Change.Put(notes("{\"a\":\"2\"}"));
            });
    assertThat(decided).hasValue(3);
    assertThat(live().at("/data").toString()).isEqualTo("{\"a\":\"2\",\"b\":\"2\"}");
  }

  @Test
  void otherWriter_thatNeverRests_isAConflictInTheEnd() {
    write(1, notes("{\"a\":\"1\"}"));
    AtomicInteger decided = new AtomicInteger();
    assertThatThrownBy(() ->
            writer(2)
                .write(
                    notes("{}").ref(),
                    live -> {
                      room.foreignApply(
                          "jane", OURS.formatted("{\"b\":\"" + decided.incrementAndGet() + "\"}"));
                      return new Change.Put(notes("{\"a\":\"2\"}"));
                    }))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure ->
                assertThat(failure.getType()).isEqualTo(FailureCode.CLUSTER_CONFLICT.name()));
    assertThat(decided).hasValue(8);
    assertThat(live().at("/data/a").asText()).isEqualTo("1");
  }

  @Test
  void olderIntention_thatWritesLater_isRefused() {
    write(7, notes("{\"a\":\"7\"}"));
    assertThatThrownBy(() -> write(6, notes("{\"a\":\"6\"}")))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo(FailureCode.FENCED.name()));
    assertThat(live().at("/data/a").asText()).isEqualTo("7");
  }

  @Test
  void fieldOfACreatedObject_thatIsDroppedLater_goes() {
    write(1, notes("{\"a\":\"1\",\"b\":\"1\"}"));
    write(2, notes("{\"a\":\"2\"}"));
    assertThat(live().at("/data").toString()).isEqualTo("{\"a\":\"2\"}");
  }

  private void write(long seq, KubernetesObject object) {
    writer(seq).write(object.ref(), live -> new Change.Put(object));
  }

  private FencedWriter writer(long seq) {
    return new FencedWriter(
        room.cluster(), new Fence(FrozenExample.RELEASE, seq), () -> {}, Pulse.silent());
  }

  private KubernetesObject live() {
    return room.cluster().read(notes("{}").ref()).orElseThrow();
  }

  private static KubernetesObject notes(String data) {
    return KubernetesObject.parse(OURS.formatted(data));
  }
}
