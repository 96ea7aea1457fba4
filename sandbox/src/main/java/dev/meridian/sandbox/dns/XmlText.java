package dev.meridian.sandbox.dns;

import java.util.Optional;

/** Writes the XML of Route 53's answers: elements and text, nothing else is needed. */
final class XmlText {
  private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  /** A document with its root element. */
  static String document(String root, Content content) {
    XmlText xml = new XmlText();
    xml.text.append('<').append(root).append(" xmlns=\"").append(NAMESPACE).append("\">");
    content.write(xml);
    xml.text.append("</").append(root).append('>');
    return xml.text.toString();
  }

  /** What stands inside an element. */
  @FunctionalInterface
  interface Content {
    void write(XmlText xml);
  }

  XmlText element(String name, Content content) {
    text.append('<').append(name).append('>');
    content.write(this);
    text.append("</").append(name).append('>');
    return this;
  }

  XmlText element(String name, Object value) {
    text.append('<').append(name).append('>').append(escape(value.toString()));
    text.append("</").append(name).append('>');
    return this;
  }

  XmlText element(String name, Optional<?> value) {
    value.ifPresent(present -> element(name, (Object) present));
    return this;
  }

  private static String escape(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
