package dev.meridian.sandbox;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a running world can be met: all that the product is told about it.
 *
 * @param kubeconfig a context for each region, called by its code
 * @param prometheus base, without {@code /api/v1}
 * @param route53 endpoint override of an SDK
 * @param dns the name server, over UDP
 * @param faults where faults are listed, begun and ended
 * @param pager where pages are posted and listed
 * @param hostAliases {@code address:port} of every host that documents name and no DNS here knows
 */
public record WorldAddresses(
    Path kubeconfig,
    URI prometheus,
    URI route53,
    InetSocketAddress dns,
    URI faults,
    URI pager,
    SortedMap<String, String> hostAliases) {
  public WorldAddresses {
    hostAliases = Collections.unmodifiableSortedMap(new TreeMap<>(hostAliases));
  }

  /** {@code host=address:port,host=address:port}. */
  public String hostAliasesText() {
    return hostAliases.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(","));
  }
}
