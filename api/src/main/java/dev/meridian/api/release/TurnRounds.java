package dev.meridian.api.release;

import dev.meridian.api.Rounds;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks whose turn has come, from when the server serves until it stops. */
@Singleton
final class TurnRounds implements ApplicationEventListener<ServerStartupEvent> {
  private final Rounds rounds;

  TurnRounds(Turns turns, @Property(name = "meridian.redelivery") Duration pause) {
    this.rounds = new Rounds("turns of waiting releases", pause, turns::round);
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    rounds.start();
  }

  @PreDestroy
  void stop() {
    rounds.close();
  }
}
