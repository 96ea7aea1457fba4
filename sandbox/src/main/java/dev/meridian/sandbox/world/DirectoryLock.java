package dev.meridian.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One world per directory. The operating system frees it with the process, however it ends. */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it, creating the directory.
   *
   * @throws IllegalStateException when another world holds it
   */
  static DirectoryLock take(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve("world.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return new DirectoryLock(channel);
      }
      channel.close();
      throw new IllegalStateException(
          "another world uses " + directory + ": stop it first, or choose another directory");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + directory, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null && lock.isValid();
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
