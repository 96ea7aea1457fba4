package dev.meridian.worker.image;

import java.net.URI;

/**
 * An image as a pod spec names it.
 *
 * @param host with its port, if it has one
 * @param repository below the host
 * @param reference a digest, or a tag
 */
record ImageName(String host, String repository, String reference) {
  static ImageName parse(String image) {
    int slash = image.indexOf('/');
    String host = image.substring(0, slash);
    String rest = image.substring(slash + 1);
    int at = rest.indexOf('@');
    int cut = at < 0 ? rest.lastIndexOf(':') : at;
    return cut < 0
        ? new ImageName(host, rest, "latest")
        : new ImageName(host, rest.substring(0, cut), rest.substring(cut + 1));
  }

  boolean byDigest() {
    return reference.startsWith("sha256:");
  }

  URI manifest() {
    return URI.create("https://" + host + "/v2/" + repository + "/manifests/" + reference);
  }

  @Override
  public String toString() {
    return host + "/" + repository + (byDigest() ? "@" : ":") + reference;
  }
}
