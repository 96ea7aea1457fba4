package dev.meridian.service;

import dev.meridian.document.DocumentReader;
import dev.meridian.document.NearestName;
import dev.meridian.document.Value;
import dev.meridian.region.Presence;
import dev.meridian.service.Parts.Part;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Whether every parameter that is used has a value in every region, and every value a use. */
final class ParametersCheck {
  private final DocumentReader document;
  private final Value<ManifestTemplate> template;
  private final Parts<CheckSpec> checks;
  private final Parts<Presence> presences;

  ParametersCheck(
      DocumentReader document,
      Value<ManifestTemplate> template,
      Parts<CheckSpec> checks,
      Parts<Presence> presences) {
    this.document = document;
    this.template = template;
    this.checks = checks;
    this.presences = presences;
  }

  void check() {
    template.maybe().ifPresent(this::check);
  }

  private void check(ManifestTemplate good) {
    NavigableSet<String> used = used(good);
    checkNames("/template/parameters", good.parameters().keySet(), used);
    for (Part<Presence> presence : presences.good()) {
      checkNames(presence.pointer() + "/parameters", presence.value().parameters().keySet(), used);
    }
    NavigableSet<String> wanted = new TreeSet<>(used);
    wanted.removeAll(ManifestTemplate.GIVEN);
    wanted.removeAll(good.parameters().keySet());
    wanted.forEach(this::checkHasValue);
  }

  private NavigableSet<String> used(ManifestTemplate good) {
    NavigableSet<String> used = Placeholders.in(good.text());
    for (Part<CheckSpec> check : checks.good()) {
      if (check.value() instanceof CheckSpec.Job job) {
        used.addAll(Placeholders.in(job.manifest()));
      }
    }
    return used;
  }

  /**
   * Missing everywhere is one problem of the template; missing here and there is the presence's.
   */
  private void checkHasValue(String name) {
    List<Part<Presence>> without =
        presences.good().stream()
            .filter(presence -> !presence.value().parameters().containsKey(name))
            .toList();
    String message = "${" + name + "} is used and has no value";
    if (without.size() == presences.good().size()) {
      document.problem(
          "/template/parameters", message, "Give it a default here, or a value in each presence.");
      return;
    }
    for (Part<Presence> presence : without) {
      document.problem(
          presence.pointer() + "/parameters",
          message + " in " + presence.value().region(),
          "Give it a value here, or a default in the template.");
    }
  }

  private void checkNames(String pointer, Set<String> names, NavigableSet<String> used) {
    for (String name : names) {
      if (ManifestTemplate.GIVEN.contains(name)) {
        document.problem(
            pointer + "/" + name, "is given by Meridian and cannot be set", "Use another name.");
      } else if (!used.contains(name)) {
        document.problem(
            pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
            "is used nowhere in the template",
            NearestName.of(name, used)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("Remove it, or write ${" + name + "} where it belongs."));
      }
    }
  }
}
