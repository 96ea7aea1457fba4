package dev.meridian.ledger.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to a server on this machine, which a test can cut in the two ways that networks do: it
 * refuses at once, or it takes everything and never answers.
 */
public final class CuttableWay implements AutoCloseable {
  /** How it is cut. */
  public enum Cut {
    /** Connections are closed, new ones at once: the server is down. The port stays ours. */
    REFUSING,
    /** Connections stay open and nothing comes through: the network is gone. */
    SILENT
  }

  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ServerSocket door;
  private volatile boolean silent;
  private volatile boolean refusing;

  /**
   * @param target port of the server
   */
  public CuttableWay(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Where to connect instead. */
  public int port() {
    return door.getLocalPort();
  }

  public void cut(Cut cut) throws IOException {
    switch (cut) {
      case REFUSING -> {
        refusing = true;
        closeAll();
      }
      case SILENT -> silent = true;
    }
  }

  /** New connections work again; those that were open are closed. */
  public void restore() throws IOException {
    closeAll();
    silent = false;
    refusing = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    closeAll();
  }

  private void closeAll() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = keep(door.accept());
        if (refusing) {
          near.close();
        } else {
          Socket far = keep(new Socket(InetAddress.getLoopbackAddress(), target));
          Thread.ofVirtual().start(() -> carry(near, far));
          Thread.ofVirtual().start(() -> carry(far, near));
        }
      } catch (IOException e) {
        // Closed, or the server is down: whoever waits for an answer sees the connection close.
      }
    }
  }

  private Socket keep(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!silent) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // Closed from either side.
    }
  }
}
