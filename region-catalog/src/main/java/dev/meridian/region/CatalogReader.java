package dev.meridian.region;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Field;
import dev.meridian.document.Reading;
import dev.meridian.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue: {@code regions} with their traits, domains, peers and law. */
public final class CatalogReader {
  private CatalogReader() {}

  /**
   * Reads a whole document.
   *
   * @param tree maps, lists, text, numbers, booleans and null
   */
  public static Reading<RegionCatalog> read(@Nullable Object tree) {
    DocumentReader document = DocumentReader.of(tree);
    List<RegionDraft> drafts = new ArrayList<>();
    Value<List<Region>> regions =
        document
            .required("regions")
            .list(reader -> {
              RegionDraft draft = RegionDraft.read(reader);
              drafts.add(draft);
              return draft.region();
            })
            .check(list -> !list.isEmpty(), "a catalogue has regions", "Add at least one.");
    checkTogether(drafts);
    return document.reading(document.build(() -> new RegionCatalog(regions.get())));
  }

  private static void checkTogether(List<RegionDraft> drafts) {
    SortedMap<RegionCode, RegionDraft> byCode = new TreeMap<>();
    for (RegionDraft draft : drafts) {
      draft
          .code()
          .maybe()
          .ifPresent(code -> {
            RegionDraft first = byCode.putIfAbsent(code, draft);
            if (first != null) {
              draft
                  .code()
                  .problem(
                      "is the code of two regions, first at " + first.code().pointer(),
                      "Give each region a code of its own.");
            }
          });
    }
    drafts.forEach(draft -> new PeerCheck(draft, byCode).run());
  }

  /** A trait's name and value are both slugs. */
  static Value<SortedMap<String, String>> traits(Field field) {
    return field
        .map()
        .map(
            traits -> {
              for (Map.Entry<String, String> trait : traits.entrySet()) {
                new Trait(trait.getKey(), trait.getValue());
              }
              return traits;
            },
            "Write lower-case names and values; put a number into a named band first.")
        .check(
            traits -> !traits.containsKey(Trait.TRAFFIC_BAND),
            "traffic-band is computed from demand",
            "Remove it; it always counts.");
  }
}
