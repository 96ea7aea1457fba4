package dev.meridian.sandbox;

/**
 * Ports of a world's servers: consecutive, so that an address that was written down still holds
 * after a restart.
 *
 * @param first of them, or 0 for any free ones
 */
public record WorldPorts(int first) {
  /** Any free ones: for tests and for worlds that run beside each other. */
  public static final WorldPorts ANY = new WorldPorts(0);

  /**
   * @throws IllegalArgumentException when the last port would lie beyond 65535
   */
  public WorldPorts {
    if (first < 0 || first > 65_000) {
      throw new IllegalArgumentException("first port should be 0 to 65000: was " + first);
    }
  }

  int prometheus() {
    return port(0);
  }

  int faults() {
    return port(1);
  }

  int route53() {
    return port(2);
  }

  int dns() {
    return port(3);
  }

  /** Of the released service, on each region's own address. */
  int service() {
    return port(4);
  }

  int checks() {
    return port(5);
  }

  int pager() {
    return port(6);
  }

  /** Of the first region's cluster; the others follow. */
  int clusters() {
    return port(20);
  }

  /** Of the first region's registry; the others follow. */
  int registries() {
    return port(60);
  }

  private int port(int offset) {
    return first == 0 ? 0 : first + offset;
  }
}
