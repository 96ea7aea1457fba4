package dev.meridian.simulation;

import dev.meridian.region.RegionCode;
import dev.meridian.release.CommandKind;
import java.util.Optional;

/** A release in its world: its present run, the people who command it, and its crashes. */
final class Living {
  private static final long SECONDS_UNTIL_RESUMED = 10;

  private final Surroundings around;
  private final Person person;
  private ParentRun run;
  private int sent;

  Living(Surroundings around) {
    this.around = around;
    this.person = new Person(around.durations());
    this.run = new ParentRun(around, 1);
  }

  Surroundings around() {
    return around;
  }

  /** It starts now; what is in store for it counts from here. */
  void begin() {
    around.agenda().after(0, run::run);
    SimulatedWorld world = around.world();
    world
        .orders()
        .forEach(order ->
            around
                .agenda()
                .after(
                    order.at(), () -> send(order.kind(), Optional.of(world.code(order.region())))));
    world.crashes().forEach(crash -> around.agenda().after(crash, this::crash));
  }

  private void send(CommandKind kind, Optional<RegionCode> region) {
    run.command(new ParentRun.Sent(sent++, kind, region));
  }

  /** The process is killed: what it began may still take effect, but nobody waits for it. */
  void crash() {
    if (around.book().state().outcome().isEmpty()) {
      run.kill();
      around
          .agenda()
          .after(
              SECONDS_UNTIL_RESUMED,
              () -> {
                run = new ParentRun(around, around.book().raiseEpoch());
                run.run();
              });
    }
  }

  /** When everything waits for a person: what one might do, a few times. */
  boolean answered() {
    Optional<Person.Wish> wish = person.answer(around.book().state());
    wish.ifPresent(wanted -> send(wanted.kind(), wanted.region()));
    return wish.isPresent();
  }
}
