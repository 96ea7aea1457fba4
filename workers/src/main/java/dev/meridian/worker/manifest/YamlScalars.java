package dev.meridian.worker.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Types of plain YAML scalars as Kubernetes' own tools read them: {@code true} is a boolean, {@code
 * 0644} octal, {@code yes} text.
 */
final class YamlScalars {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern OCTAL = Pattern.compile("0o?[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlScalars() {}

  static JsonNode plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
      case "true", "True", "TRUE" -> NODES.booleanNode(true);
      case "false", "False", "FALSE" -> NODES.booleanNode(false);
      default -> numberOrText(text);
    };
  }

  private static JsonNode numberOrText(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return integer(new BigInteger(text));
    }
    if (OCTAL.matcher(text).matches()) {
      return integer(new BigInteger(text.startsWith("0o") ? text.substring(2) : text, 8));
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return integer(new BigInteger(text.substring(2), 16));
    }
    if (FLOAT.matcher(text).matches()) {
      return NODES.numberNode(new BigDecimal(text).doubleValue());
    }
    return NODES.textNode(text);
  }

  /** The smallest type that holds it, as a JSON parser would choose: trees compare equal. */
  private static JsonNode integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return NODES.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? NODES.numberNode(value.longValue())
        : NODES.numberNode(value);
  }
}
