package dev.meridian.sandbox.world;

import dev.meridian.pace.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers how late it is in the world, so that time stands still while nothing runs.
 *
 * <p>Every 100 ms of wall time it writes down an instant that lies 200 ms ahead: after a kill the
 * world goes on from there, at most that much later than it was, and never earlier than anything
 * that it has already said.
 */
public final class WorldTime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorldTime.class);
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final Duration AHEAD = Duration.ofMillis(200);

  private final Path file;
  private final WorldClock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("world-time").factory());

  private final ScheduledFuture<?> writing;

  private WorldTime(Path directory, WorldClock clock) {
    this.file = directory.resolve("time");
    this.clock = clock;
    write(clock.now());
    this.writing =
        timer.scheduleAtFixedRate(
            this::writeAhead, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The pace of a world that continues now from where it was.
   *
   * @param factor world seconds in a wall second, 1 or more
   * @param notBefore where a new world begins; an old one never goes on earlier than this
   */
  public static Pace resume(Path directory, int factor, Instant notBefore) {
    Instant anchor = notBefore;
    for (Optional<Instant> known :
        List.of(remembered(directory.resolve("time")), FileJournal.newestInstant(directory))) {
      anchor = known.filter(anchor::isBefore).orElse(anchor);
    }
    return new Pace(
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        anchor.truncatedTo(ChronoUnit.MICROS),
        factor);
  }

  /** Begins to remember; the directory must exist. */
  public static WorldTime remember(Path directory, WorldClock clock) {
    return new WorldTime(directory, clock);
  }

  @Override
  public void close() {
    writing.cancel(false);
    timer.shutdown();
    try {
      if (timer.awaitTermination(5, TimeUnit.SECONDS)) {
        write(clock.now());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeAhead() {
    try {
      write(clock.now().plus(clock.pace().toMeridian(AHEAD)));
    } catch (UncheckedIOException e) {
      LOG.warn("the world's time could not be written; a kill now would turn it back", e);
    }
  }

  /** By renaming, so that a kill leaves the old or the new one; a lost power supply may lose it. */
  private void write(Instant instant) {
    Path fresh = file.resolveSibling("time.new");
    try {
      Files.writeString(fresh, instant.toString(), StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static Optional<Instant> remembered(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Instant.parse(Files.readString(file, StandardCharsets.UTF_8).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (DateTimeException e) {
      throw new IllegalStateException(file + " should hold an instant", e);
    }
  }
}
