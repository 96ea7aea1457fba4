package dev.meridian.region.change;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.meridian.region.RegionCode;
import java.util.List;

/** What becomes of one region because its description changed while a release runs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RegionChange.WaitsForNext.class, name = "waits-for-next"),
  @JsonSubTypes.Type(value = RegionChange.Skipped.class, name = "skipped"),
  @JsonSubTypes.Type(value = RegionChange.StaysWatched.class, name = "stays-watched"),
  @JsonSubTypes.Type(value = RegionChange.GoesOnAsFrozen.class, name = "goes-on-as-frozen")
})
public sealed interface RegionChange {
  RegionCode region();

  /** Whether it may receive fewer users than when the release began, as far as that is known. */
  default boolean lawNarrowed() {
    return false;
  }

  /** The same for people. */
  default String sentence() {
    return switch (this) {
      case WaitsForNext joined ->
          joined.region() + " has joined: this release leaves it alone, the next one goes there";
      case Skipped left ->
          left.region() + " has left before wave " + left.wave() + ": it is not gone to any more";
      case StaysWatched left ->
          left.region()
              + " has left after wave "
              + left.wave()
              + " began: it is watched to the end, and taken back with the others";
      case GoesOnAsFrozen changed ->
          changed.region()
              + " is described otherwise now ("
              + String.join(", ", changed.fields())
              + "): this release goes on as frozen"
              + (changed.lawNarrowed()
                  ? "; it may receive fewer users now, and a person has to decide about evacuations"
                  : "");
    };
  }

  /** It joined, or came back: it is not part of this release. */
  record WaitsForNext(RegionCode region) implements RegionChange {}

  /**
   * It left before its wave began.
   *
   * @param wave of the plan as the release began with it
   */
  record Skipped(RegionCode region, int wave) implements RegionChange {}

  /**
   * It left after its wave began: the contender may run there.
   *
   * @param wave of the plan
   */
  record StaysWatched(RegionCode region, int wave) implements RegionChange {}

  /**
   * It is described otherwise than when the release started.
   *
   * @param fields that differ, in the order of the documents; at least one
   * @param lawNarrowed whether its jurisdiction changed, or it may receive users of fewer ones
   */
  record GoesOnAsFrozen(RegionCode region, List<String> fields, boolean lawNarrowed)
      implements RegionChange {
    /**
     * @throws IllegalArgumentException when nothing differs
     */
    public GoesOnAsFrozen {
      fields = List.copyOf(fields);
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("nothing differs in " + region);
      }
    }
  }
}
