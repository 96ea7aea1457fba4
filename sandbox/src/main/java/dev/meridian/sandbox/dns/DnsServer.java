package dev.meridian.sandbox.dns;

import dev.meridian.sandbox.world.WorldClock;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;

/** The zone's name server over UDP on loopback: {@code dig @127.0.0.1 -p PORT name}. */
public final class DnsServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DnsServer.class);
  private static final int LARGEST_QUERY = 4096;
  private static final int LARGEST_ANSWER = 512;

  private final HostedZones zones;
  private final WorldClock clock;
  private final DatagramSocket socket;
  private final DnsAnswers answers;

  private DnsServer(HostedZones zones, WorldClock clock, DatagramSocket socket, long seed) {
    this.zones = zones;
    this.clock = clock;
    this.socket = socket;
    this.answers = new DnsAnswers(seed);
  }

  /**
   * Listens on 127.0.0.1; every answer is drawn anew from a stream of chance that the seed begins.
   *
   * @param port 0 for any
   */
  public static DnsServer start(HostedZones zones, WorldClock clock, int port, long seed)
      throws SocketException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    DnsServer server = new DnsServer(zones, clock, new DatagramSocket(address), seed);
    Thread.ofVirtual().name("dns").start(server::serve);
    return server;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST_QUERY], LARGEST_QUERY);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST_QUERY);
        socket.receive(packet);
        answer(packet);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.debug("a query was not answered: {}", e.toString());
        }
      }
    }
  }

  private void answer(DatagramPacket packet) throws IOException {
    byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
    Message answer = answers.answer(zones.published(clock.now()), new Message(bytes));
    byte[] wire = answer.toWire(LARGEST_ANSWER);
    socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
  }
}
