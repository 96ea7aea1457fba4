package dev.meridian.sandbox.kubernetes.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** A request that is refused, with the Status object that says why, worded as the real one does. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One of the reasons why an object is invalid or a write conflicts.
   *
   * @param reason for example {@code FieldValueRequired}
   * @param message for people
   * @param field path in the object
   */
  public record Cause(String reason, String message, String field) {
    public static Cause required(String field, String more) {
      return new Cause(
          "FieldValueRequired",
          more.isEmpty() ? "Required value" : "Required value: " + more,
          field);
    }

    public static Cause invalid(String field, Object value, String more) {
      return new Cause("FieldValueInvalid", "Invalid value: " + value + ": " + more, field);
    }

    public static Cause duplicate(String field, Object value) {
      return new Cause("FieldValueDuplicate", "Duplicate value: " + value, field);
    }
  }

  private final int code;
  private final transient ObjectNode status;

  private Refusal(int code, String reason, String message) {
    super(message);
    this.code = code;
    this.status = ApiObject.JSON.createObjectNode();
    status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
    status.put("status", "Failure").put("message", message).put("reason", reason);
    status.putObject("details");
    status.put("code", code);
  }

  /** HTTP status code. */
  public int code() {
    return code;
  }

  /** The answer's body. */
  public ObjectNode status() {
    return status;
  }

  public static Refusal notFound(ResourceKind kind, String name) {
    return new Refusal(404, "NotFound", quoted(kind, name) + " not found").about(kind, name);
  }

  public static Refusal noSuchPath() {
    return new Refusal(404, "NotFound", "the server could not find the requested resource");
  }

  public static Refusal alreadyExists(ResourceKind kind, String name) {
    return new Refusal(409, "AlreadyExists", quoted(kind, name) + " already exists")
        .about(kind, name);
  }

  /** The resourceVersion that was sent is not the stored one. */
  public static Refusal modified(ResourceKind kind, String name) {
    return conflict(
        kind,
        name,
        "the object has been modified; please apply your changes to the latest version and try"
            + " again");
  }

  public static Refusal conflict(ResourceKind kind, String name, String why) {
    return new Refusal(
            409, "Conflict", "Operation cannot be fulfilled on " + quoted(kind, name) + ": " + why)
        .about(kind, name);
  }

  /** Fields that other managers own would change. */
  public static Refusal applyConflict(String message, List<Cause> causes) {
    return new Refusal(409, "Conflict", message).because(causes);
  }

  public static Refusal invalid(ResourceKind kind, String name, List<Cause> causes) {
    String list =
        causes.stream()
            .map(cause -> cause.field() + ": " + cause.message())
            .collect(Collectors.joining(", "));
    String text = causes.size() == 1 ? list : "[" + list + "]";
    return new Refusal(422, "Invalid", kind.groupKind() + " \"" + name + "\" is invalid: " + text)
        .about(kind, name)
        .because(causes);
  }

  /** A patch that cannot be carried out on the object. */
  public static Refusal unprocessable(String message) {
    return new Refusal(422, "Invalid", message);
  }

  public static Refusal badRequest(String message) {
    return new Refusal(400, "BadRequest", message);
  }

  public static Refusal methodNotAllowed(String message) {
    return new Refusal(405, "MethodNotAllowed", message);
  }

  public static Refusal unsupportedMediaType(String sent, String accepted) {
    return new Refusal(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format ("
            + sent
            + ") - accepted media types"
            + " include: "
            + accepted);
  }

  /** A watch or a listing asks for a past that is no longer kept. */
  public static Refusal expired(String message) {
    return new Refusal(410, "Expired", message);
  }

  public static Refusal throttled() {
    Refusal refusal =
        new Refusal(
            429,
            "TooManyRequests",
            "the server has received too many requests and has asked us to" + " try again later");
    ((ObjectNode) refusal.status.get("details")).put("retryAfterSeconds", 1);
    return refusal;
  }

  private Refusal about(ResourceKind kind, String name) {
    ObjectNode details = (ObjectNode) status.get("details");
    details.put("name", name);
    if (!kind.group().isEmpty()) {
      details.put("group", kind.group());
    }
    details.put("kind", code == 422 ? kind.kind() : kind.plural());
    return this;
  }

  private Refusal because(List<Cause> causes) {
    ArrayNode list = ApiObject.list((ObjectNode) status.get("details"), "causes");
    causes.forEach(cause ->
        list.addObject()
            .put("reason", cause.reason())
            .put("message", cause.message())
            .put("field", cause.field()));
    return this;
  }

  private static String quoted(ResourceKind kind, String name) {
    return kind.resource() + " \"" + name + "\"";
  }
}
