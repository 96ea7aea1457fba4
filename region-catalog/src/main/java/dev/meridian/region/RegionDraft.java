package dev.meridian.region;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.NearestName;
import dev.meridian.document.Value;
import dev.meridian.region.Region.Position;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One region as its document has it: whole or not, what checks between regions need of it is here.
 */
record RegionDraft(
    Value<RegionCode> code,
    List<Value<RegionCode>> peers,
    Value<String> jurisdiction,
    Value<List<String>> mayReceiveFrom,
    Value<Region> region) {

  static RegionDraft read(DocumentReader reader) {
    Value<RegionCode> code = reader.required("code").as(RegionCode::new);
    Value<String> name = reader.required("name").text();
    Value<ZoneId> zone = zone(reader.required("zone").text());
    Value<Position> position = reader.required("position").object(RegionDraft::position);
    Value<String> cluster = reader.required("cluster").text();
    Value<String> metrics = reader.required("metrics").text();
    Value<String> registry =
        reader
            .required("registry")
            .text()
            .check(
                host -> host.matches("[A-Za-z0-9.-]+(:[0-9]{1,5})?"),
                "registry should be a host, with a port if it needs one",
                "Write for example registry.example.com:5000, without scheme and path.");
    Value<String> failureDomain = reader.required("failureDomain").as(RegionDraft::slug);
    List<Value<RegionCode>> eachPeer = new ArrayList<>();
    Value<List<RegionCode>> peers =
        reader.optional("peers").items(item -> noted(item.as(RegionCode::new), eachPeer));
    Value<String> jurisdiction = reader.required("jurisdiction").as(RegionDraft::slug);
    Value<List<String>> mayReceiveFrom =
        reader.required("mayReceiveFrom").items(law -> law.as(RegionDraft::slug));
    Value<SortedMap<String, String>> traits = CatalogReader.traits(reader.optional("traits"));
    Value<Region> region =
        reader.build(() ->
            new Region(
                code.get(),
                name.get(),
                zone.get(),
                position.get(),
                cluster.get(),
                metrics.get(),
                registry.get(),
                failureDomain.get(),
                peers.or(List.of()),
                jurisdiction.get(),
                mayReceiveFrom.get(),
                traits.or(new TreeMap<>())));
    return new RegionDraft(code, List.copyOf(eachPeer), jurisdiction, mayReceiveFrom, region);
  }

  private static Value<RegionCode> noted(Value<RegionCode> peer, List<Value<RegionCode>> all) {
    all.add(peer);
    return peer;
  }

  private static Value<Position> position(DocumentReader reader) {
    Value<Double> latitude = reader.required("latitude").number();
    Value<Double> longitude = reader.required("longitude").number();
    return reader.build(() -> new Position(latitude.get(), longitude.get()));
  }

  private static Value<ZoneId> zone(Value<String> name) {
    if (name.maybe().isEmpty()) {
      return name.map(ZoneId::of);
    }
    try {
      ZoneId zone = ZoneId.of(name.get());
      return name.map(known -> zone);
    } catch (DateTimeException e) {
      String nearest =
          NearestName.of(name.get(), ZoneId.getAvailableZoneIds())
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Write a name of the time zone database, for example Europe/Paris.");
      return name.problem("time zone is not known", nearest);
    }
  }

  private static String slug(String text) {
    return Slug.require("name", text);
  }
}
