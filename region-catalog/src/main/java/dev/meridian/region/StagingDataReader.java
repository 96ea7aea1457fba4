package dev.meridian.region;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.Value;
import java.time.Duration;
import java.util.List;

/** Reads what a staging presence declares of its data. */
final class StagingDataReader {
  private StagingDataReader() {}

  static Value<StagingData> read(DocumentReader reader) {
    Value<Share> size =
        reader
            .required("share")
            .number()
            .map(Share::ofFraction, "Write the share of production's data, for example 0.8.");
    Value<Duration> age = reader.required("age").duration();
    Value<Boolean> masked = reader.required("masked").flag();
    Value<List<String>> real =
        reader
            .optional("realDependencies")
            .items(name -> name.as(text -> Slug.require("dependency", text)));
    return reader.build(
        () -> new StagingData(size.get(), age.get(), masked.get(), real.or(List.of())));
  }

  /** Users bring their own data: only a copy needs to be declared. */
  static void refuse(Value<StagingData> data) {
    data.check(any -> false, "only staging declares its data", "Remove it.");
  }
}
