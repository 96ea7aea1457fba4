package dev.meridian.sandbox.kubernetes;

import static dev.meridian.sandbox.kubernetes.Worlds.MONTREAL;
import static dev.meridian.sandbox.kubernetes.Worlds.PARIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunTest {
  private Worlds worlds;
  private KubernetesClient client;

  @BeforeEach
  void start() {
    worlds = new Worlds();
    client = worlds.client(MONTREAL);
  }

  @AfterEach
  void stop() {
    client.close();
    worlds.close();
  }

  private JobBuilder job(int digit) {
    return new JobBuilder()
        .withNewMetadata()
        .withName("dry-run")
        .withNamespace("checkout")
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(1)
        .withNewTemplate()
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("dry-run")
        .withImage(worlds.image(digit))
        .withArgs("migrate", "--dry-run")
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec();
  }

  private Job ran(int digit) {
    client.resource(job(digit).build()).create();
    worlds.pass(Duration.ofMinutes(1));
    return client.batch().v1().jobs().withName("dry-run").require();
  }

  @Test
  void job_ofAHealthyImage_completesAndKeepsItsLog() {
    Job ended = ran(2);

    assertThat(ended.getStatus().getSucceeded()).isEqualTo(1);
    assertThat(ended.getStatus().getConditions())
        .singleElement()
        .satisfies(each -> assertThat(each.getType()).isEqualTo("Complete"));
    assertThat(ended.getStatus().getCompletionTime()).isNotNull();
    assertThat(client.batch().v1().jobs().withName("dry-run").getLog())
        .contains("begin migrate --dry-run", "done, nothing to complain about");
  }

  @Test
  void job_justStarted_isActive() {
    client.resource(job(2).build()).create();
    worlds.pass(Duration.ofSeconds(1));

    Job running = client.batch().v1().jobs().withName("dry-run").require();

    assertThat(running.getStatus().getActive()).isEqualTo(1);
    assertThat(running.getStatus().getConditions()).isEmpty();
  }

  @Test
  void job_ofAnImageWhoseCheckFails_failsAfterItsRetries() {
    Job ended = ran(7);

    assertThat(ended.getStatus().getFailed()).isEqualTo(2);
    assertThat(ended.getStatus().getConditions())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.getType()).isEqualTo("Failed");
          assertThat(each.getReason()).isEqualTo("BackoffLimitExceeded");
        });
    String pod =
        client
            .pods()
            .withLabel("job-name", "dry-run")
            .list()
            .getItems()
            .getLast()
            .getMetadata()
            .getName();
    assertThat(client.pods().withName(pod).getLog())
        .contains("FAILED: the total of a cart with two currencies was wrong");
  }

  @Test
  void job_ofTheSameImageWithoutUsers_completes() {
    try (KubernetesClient staging = worlds.client(PARIS)) {
      staging.resource(job(7).build()).create();
      worlds.pass(Duration.ofMinutes(1));

      assertThat(
              staging.batch().v1().jobs().withName("dry-run").require().getStatus().getSucceeded())
          .isEqualTo(1);
    }
  }

  @Test
  void job_ofAnImageThatIsNotServed_neverStarts() {
    Job waiting = ran(9);

    assertThat(waiting.getStatus().getActive()).isEqualTo(1);
    assertThat(waiting.getStatus().getConditions()).isEmpty();
    assertThat(
            client
                .pods()
                .withLabel("job-name", "dry-run")
                .list()
                .getItems()
                .getFirst()
                .getStatus()
                .getContainerStatuses()
                .getFirst()
                .getState()
                .getWaiting()
                .getReason())
        .isEqualTo("ImagePullBackOff");
  }

  @Test
  void job_beyondItsDeadline_fails() {
    client.resource(job(9).editSpec().withActiveDeadlineSeconds(20L).endSpec().build()).create();
    worlds.pass(Duration.ofMinutes(1));

    assertThat(client.batch().v1().jobs().withName("dry-run").require().getStatus().getConditions())
        .singleElement()
        .satisfies(each -> assertThat(each.getReason()).isEqualTo("DeadlineExceeded"));
  }

  @Test
  void job_deleted_takesItsPodsAlong() {
    ran(2);

    client.batch().v1().jobs().withName("dry-run").delete();
    worlds.pass(Duration.ofSeconds(5));

    assertThat(client.pods().withLabel("job-name", "dry-run").list().getItems()).isEmpty();
  }

  @Test
  void job_withoutRestartPolicy_isInvalid() {
    KubernetesClientException refused =
        catchThrowableOfType(
            KubernetesClientException.class,
            () ->
                client
                    .resource(
                        job(2)
                            .editSpec()
                            .editTemplate()
                            .editSpec()
                            .withRestartPolicy(null)
                            .endSpec()
                            .endTemplate()
                            .endSpec()
                            .build())
                    .create());

    assertThat(refused.getCode()).isEqualTo(422);
    assertThat(refused.getStatus().getMessage()).contains("spec.template.spec.restartPolicy");
  }
}
