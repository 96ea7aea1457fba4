package dev.meridian.cli.scenario;

import dev.meridian.cli.rest.ReleaseEvents.Happened;
import java.util.Optional;

/** What befalls the world while a story is told. */
public interface Fate extends AutoCloseable {
  /** Nothing at all. */
  Fate NONE = _ -> Optional.empty();

  /** To be told of each event in order. What it did, for people, if anything. */
  Optional<String> heard(Happened happened);

  /** Nothing more befalls the world. */
  @Override
  default void close() {}
}
