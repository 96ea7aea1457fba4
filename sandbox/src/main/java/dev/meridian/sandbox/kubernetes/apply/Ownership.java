package dev.meridian.sandbox.kubernetes.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.sandbox.kubernetes.apply.ManagedFields.Entry;
import dev.meridian.sandbox.kubernetes.apply.ManagedFields.Operation;
import dev.meridian.sandbox.kubernetes.object.ApiObject;

/** What a write other than an apply does to ownership: who changes a field owns it alone. */
public final class Ownership {
  private Ownership() {}

  /**
   * The owners after {@code writer} has changed {@code before} to {@code after}.
   *
   * @param before an empty tree when the object is created
   */
  public static ManagedFields afterUpdate(ApiObject before, ApiObject after, Writer writer) {
    ManagedFields owners = ManagedFields.of(before);
    FieldSet old = Fields.of(before.tree());
    FieldSet all = Fields.of(after.tree());
    FieldSet changed = all.where(path -> changed(path, before.tree(), after.tree()));
    FieldSet gone = old.minus(all);
    FieldSet lost = changed.plus(gone);
    ManagedFields others =
        new ManagedFields(
            owners.entries().stream().map(each -> each.with(each.fields().minus(lost))).toList());
    Entry mine = new Entry(writer, Operation.UPDATE, changed);
    FieldSet kept = owners.find(mine).map(Entry::fields).orElse(FieldSet.NONE).minus(gone);
    return changed.isEmpty() && gone.isEmpty()
        ? owners
        : others.with(mine.with(kept.plus(changed)));
  }

  /** An item of a keyed list is changed only by being added: its fields speak for themselves. */
  private static boolean changed(FieldPath path, ObjectNode before, ObjectNode after) {
    if (path.last().startsWith("k:")) {
      return Fields.at(before, path).isMissingNode();
    }
    return !Fields.at(before, path).equals(Fields.at(after, path));
  }
}
