package io.crosswise.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of a file of unknown origin. */
final class XmlElement {
    private final String namespace;
    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String namespace, String name, int line) {
        this.namespace = namespace == null ? "" : namespace;
        this.name = name;
        this.line = line;
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    /** Those of no namespace by their name, others as {@code namespace name}. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** Null when it has none of that name. */
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    Stream<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    Optional<XmlElement> child(String childName) {
        return children(childName).findFirst();
    }

    /** Itself and all below it. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    /** What its child {@code text} says, stripped; empty when there is none. */
    String says() {
        return child("text").map(XmlElement::text).orElse("");
    }

    String text() {
        return text.toString().strip();
    }
}
