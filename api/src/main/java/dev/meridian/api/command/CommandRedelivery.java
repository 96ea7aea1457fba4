package dev.meridian.api.command;

import dev.meridian.api.Rounds;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Goes round with undelivered commands, from when the server serves until it stops. */
@Singleton
final class CommandRedelivery implements ApplicationEventListener<ServerStartupEvent> {
  private final Rounds rounds;

  CommandRedelivery(
      CommandDelivery delivery, @Property(name = "meridian.redelivery") Duration pause) {
    this.rounds = new Rounds("command redelivery", pause, delivery::redeliver);
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
