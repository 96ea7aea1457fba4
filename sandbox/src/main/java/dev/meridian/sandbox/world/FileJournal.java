package dev.meridian.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of a world that remembers: {@code journal.ndjson}, an entry a line, forced to disk
 * before an append returns. Writers that arrive while the disk is busy share the next force.
 *
 * <p>A line torn by a kill was never answered and is dropped; damage anywhere else is refused.
 */
public final class FileJournal implements Journal, AutoCloseable {
  private final WorldClock clock;
  private final FileChannel file;
  private final DirectoryLock lock;
  private final JournalIndex index = new JournalIndex();
  private final Object disk = new Object();
  private List<Entry> pending = new ArrayList<>();
  private Optional<Entry> accepted;
  private Optional<IOException> broken = Optional.empty();

  private FileJournal(WorldClock clock, FileChannel file, DirectoryLock lock) {
    this.clock = clock;
    this.file = file;
    this.lock = lock;
    this.accepted = Optional.empty();
  }

  /**
   * Opens the journal of a directory, which is created if missing.
   *
   * @throws IllegalStateException when another world uses the directory, or the file is damaged
   * @throws UncheckedIOException when the directory cannot be used
   */
  public static FileJournal open(Path directory, WorldClock clock) {
    DirectoryLock lock = DirectoryLock.take(directory);
    try {
      JournalFile read = JournalFile.read(directory);
      FileChannel file =
          FileChannel.open(read.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      file.truncate(read.soundBytes());
      file.position(read.soundBytes());
      FileJournal journal = new FileJournal(clock, file, lock);
      read.entries().forEach(journal.index::add);
      journal.accepted = journal.index.newest();
      return journal;
    } catch (IOException e) {
      lock.close();
      throw new UncheckedIOException("cannot open the journal in " + directory, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException when the disk failed, now or at an earlier append: what was
   *     written after it could not be trusted
   */
  @Override
  public Entry append(String kind, Map<String, Object> payload) {
    Entry entry = accept(kind, payload);
    synchronized (disk) {
      if (durable() < entry.seq()) {
        force(taken());
      }
    }
    return entry;
  }

  @Override
  public List<Entry> entries(String kind) {
    return index.entries(kind);
  }

  @Override
  public List<Entry> after(long seq) {
    return index.after(seq);
  }

  @Override
  public void close() {
    synchronized (disk) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        lock.close();
      }
    }
  }

  /** Gives number and instant; from here on the order is fixed. */
  private synchronized Entry accept(String kind, Map<String, Object> payload) {
    Instant now = clock.now();
    Entry entry =
        JournalLine.settled(
            new Entry(
                accepted.map(Entry::seq).orElse(0L) + 1,
                accepted.map(Entry::at).filter(now::isBefore).orElse(now),
                kind,
                payload));
    accepted = Optional.of(entry);
    pending.add(entry);
    return entry;
  }

  private synchronized List<Entry> taken() {
    List<Entry> batch = pending;
    pending = new ArrayList<>();
    return batch;
  }

  private long durable() {
    return index.newest().map(Entry::seq).orElse(0L);
  }

  private void force(List<Entry> batch) {
    if (broken.isPresent()) {
      throw new UncheckedIOException("the journal failed earlier", broken.get());
    }
    StringBuilder lines = new StringBuilder();
    batch.forEach(entry -> lines.append(JournalLine.of(entry)).append('\n'));
    try {
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
    } catch (IOException e) {
      broken = Optional.of(e);
      throw new UncheckedIOException("the journal cannot be written", e);
    }
    batch.forEach(index::add);
  }

  /** The instant of the newest entry in a directory; empty without a journal. */
  static Optional<Instant> newestInstant(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    List<Entry> entries = JournalFile.read(directory).entries();
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().at());
  }
}
