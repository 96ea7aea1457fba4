package dev.meridian.sandbox.traffic;

import dev.meridian.sandbox.world.WorldSpec;
import dev.meridian.sandbox.world.WorldSpec.WorldRegion;
import java.util.ArrayList;
import java.util.List;

/**
 * What never changes in a world: its regions, their users and climate, and what its images do.
 *
 * @param users by the order of regions
 * @param climates by the order of regions
 */
record Land(WorldSpec spec, List<Users> users, List<Climate> climates, Defects defects) {
  Land {
    users = List.copyOf(users);
    climates = List.copyOf(climates);
  }

  static Land of(WorldSpec spec, Weather weather) {
    List<Users> users = new ArrayList<>();
    List<Climate> climates = new ArrayList<>();
    for (WorldRegion region : spec.regions()) {
      users.add(new Users(spec, region, weather));
      climates.add(new Climate(spec, region, weather));
    }
    return new Land(spec, users, climates, new Defects(spec));
  }

  WorldRegion region(int number) {
    return spec.regions().get(number);
  }
}
