package dev.meridian.worker.check;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** HTTP calls under one deadline, given up at once when the activity should end. */
final class Exchange implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final CheckPlace place;
  private final String what;
  private final long deadline;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /**
   * @param what for people, for example {@code check integration}
   * @param deadline of {@link System#nanoTime}
   */
  Exchange(CheckPlace place, String what, long deadline) {
    this.place = place;
    this.what = what;
    this.deadline = deadline;
  }

  /**
   * @throws io.temporal.failure.ApplicationFailure CHECK_UNREACHABLE without an answer below 500
   */
  HttpResponse<String> send(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofString());
    try {
      while (!answer.isDone()) {
        if (System.nanoTime() > deadline) {
          throw place.unreachable(what + ": no answer within its time limit");
        }
        place.pulse().sleep(LOOK);
      }
      return good(answer.get());
    } catch (ExecutionException e) {
      throw place.unreachable(what + ": no answer (" + e.getCause() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw place.unreachable(what + ": interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  private HttpResponse<String> good(HttpResponse<String> answer) {
    if (answer.statusCode() >= 500) {
      throw place.unreachable(what + ": answered " + answer.statusCode());
    }
    return answer;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
