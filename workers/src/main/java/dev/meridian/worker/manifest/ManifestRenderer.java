package dev.meridian.worker.manifest;

import dev.meridian.document.Reading;
import dev.meridian.service.ManifestTemplate;
import java.util.SortedMap;

/** Renders a template for one region. Pure: equal inputs give equal sets. */
public interface ManifestRenderer {
  /**
   * @param parameters every parameter with its final value, see {@link RenderParameters}
   * @return the objects, or every problem at once
   */
  Reading<ManifestSet> render(ManifestTemplate template, SortedMap<String, String> parameters);
}
