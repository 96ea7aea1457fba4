package dev.meridian.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Waits until the process is asked to stop (Ctrl-C, SIGTERM), and stops it in order: the JVM's
 * shutdown waits for the closing, so that nothing is cut off in the middle.
 */
public final class UntilStopped {
  private UntilStopped() {}

  /**
   * Never returns by itself: the JVM ends after {@code closing}.
   *
   * @param closing what to do when asked to stop; must be safe to call twice
   */
  public static void await(Runnable closing) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("closing").unstarted(closing));
    new CountDownLatch(1).await();
  }
}
