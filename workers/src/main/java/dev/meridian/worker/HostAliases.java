package dev.meridian.worker;

import java.net.URI;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Addresses for hosts that no DNS here knows, as {@code hostAliases} of a pod: {@code
 * checkout.fra.shop.example=127.0.0.1:8080}. Documents keep their real names; the port of an alias
 * replaces the one in the URL.
 *
 * @param addresses host (with its port, where the document names one) to {@code address:port}
 */
public record HostAliases(SortedMap<String, String> addresses) {
  public static final HostAliases NONE = new HostAliases(new TreeMap<>());

  public HostAliases {
    addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
  }

  /** Reads {@code host=address:port,host=address:port}; blank is none. */
  public static HostAliases parse(String text) {
    TreeMap<String, String> addresses = new TreeMap<>();
    for (String pair : text.split(",")) {
      if (pair.isBlank()) {
        continue;
      }
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("host alias should be host=address:port: was " + pair);
      }
      addresses.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return new HostAliases(addresses);
  }

  /** The address to connect to for {@code host[:port]}; the same when there is no alias. */
  public String resolve(String authority) {
    return addresses.getOrDefault(authority, authority);
  }

  /** The URI with its authority resolved; a resolved address is spoken to in plain HTTP. */
  public URI resolve(URI uri) {
    String address = addresses.get(uri.getAuthority());
    if (address == null) {
      return uri;
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create("http://" + address + uri.getRawPath() + query);
  }
}
