package dev.meridian.worker.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.worker.HostAliases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Asks registries for manifests. A registry that wants a token gets one, with the credentials
 * configured as secret {@code registry/<host>} ({@code user:password}) or anonymously.
 */
public final class Registry {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final String ACCEPT =
      String.join(
          ", ",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LIMIT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final HostAliases aliases;
  private final SortedMap<String, String> secrets;

  public Registry(HostAliases aliases, SortedMap<String, String> secrets) {
    this.aliases = aliases;
    this.secrets = secrets;
  }

  /**
   * Looks once; a digest is verified.
   *
   * @param image {@code host/repository@digest}
   */
  public ImageLook look(String image) {
    ImageName name = ImageName.parse(image);
    try {
      HttpResponse<byte[]> answer = ask(name, "HEAD", Optional.empty());
      Optional<String> token = answer.statusCode() == 401 ? token(name, answer) : Optional.empty();
      if (token.isPresent()) {
        answer = ask(name, "HEAD", token);
      }
      if (answer.statusCode() == 405 || (answer.statusCode() == 200 && unnamed(answer))) {
        answer = ask(name, "GET", token);
      }
      return judged(name, answer);
    } catch (IOException e) {
      return new ImageLook.Unreachable(
          name.host() + " does not answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ImageLook.Unreachable("interrupted while asking " + name.host());
    }
  }

  private static ImageLook judged(ImageName name, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 404) {
      return new ImageLook.Missing(name + " is not served");
    }
    if (status != 200) {
      return new ImageLook.Unreachable(name.host() + " answers " + status + " for " + name);
    }
    String digest =
        answer.headers().firstValue("Docker-Content-Digest").orElseGet(() -> sha256(answer.body()));
    return name.byDigest() && !digest.equals(name.reference())
        ? new ImageLook.Missing(name.host() + " serves " + digest + " under the name " + name)
        : new ImageLook.Served();
  }

  private static boolean unnamed(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Docker-Content-Digest").isEmpty();
  }

  private HttpResponse<byte[]> ask(ImageName name, String method, Optional<String> token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(aliases.resolve(name.manifest()))
            .timeout(LIMIT)
            .header("Accept", ACCEPT)
            .method(method, HttpRequest.BodyPublishers.noBody());
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private Optional<String> token(ImageName name, HttpResponse<byte[]> refusal)
      throws IOException, InterruptedException {
    Optional<URI> address =
        refusal.headers().firstValue("WWW-Authenticate").flatMap(BearerChallenge::tokenAddress);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(aliases.resolve(address.get())).timeout(LIMIT);
    Optional.ofNullable(secrets.get("registry/" + name.host()))
        .map(secret -> Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
        .ifPresent(basic -> request.header("Authorization", "Basic " + basic));
    var answer =
        new ObjectMapper()
            .readTree(client.send(request.build(), BodyHandlers.ofByteArray()).body());
    String token = answer.path("token").asText(answer.path("access_token").asText());
    return token.isEmpty() ? Optional.empty() : Optional.of(token);
  }

  private static String sha256(byte[] body) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
