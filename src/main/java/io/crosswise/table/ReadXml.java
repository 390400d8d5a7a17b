package io.crosswise.table;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of unknown origin: no document type, no entities, nothing outside the file, and limits on all that counts. */
final class ReadXml {
    static final int MOST_BYTES = 10 << 20;
    private static final int DEEPEST = 50;
    private static final int MOST_ELEMENTS = 500_000;
    /** Of a cell; what people write has a few hundred. */
    static final int MOST_CHARACTERS = 10_000;
    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private int elements;

    private ReadXml() {}

    /** @throws RefusedTable when it is no such XML */
    static XmlElement read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw RefusedTable.of("TOO_LARGE", "The file has " + (file.length >> 20) + " MB; a table has at most " + (MOST_BYTES >> 20) + " MB.");
        }
        if (file.length == 0) {
            throw RefusedTable.of("EMPTY_FILE", "The file is empty.");
        }
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            throw RefusedTable.of("ARCHIVE", "The file is an archive (zip); take the .dmn file out and send it alone.");
        }
        try {
            return new ReadXml().read(XML.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException e) {
            throw RefusedTable.of(
                    "NOT_XML",
                    "The file is not well-formed XML, line " + e.getLocation().getLineNumber() + "; save it again with Camunda Modeler.");
        }
    }

    private XmlElement read(XMLStreamReader xml) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw RefusedTable.of(
                        "DOCUMENT_TYPE", "The file declares a document type or entities; remove the DOCTYPE line.");
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = element(xml);
                    if (root == null) {
                        root = element;
                    } else {
                        open.element().add(element);
                    }
                    open.push(element);
                    limit(open.size());
                }
                case XMLStreamConstants.END_ELEMENT -> limit(open.pop());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> open.element().add(xml.getText());
                default -> {}
            }
        }
        return root;
    }

    private void limit(int depth) {
        if (depth > DEEPEST) {
            throw RefusedTable.of("TOO_DEEP", "The elements of the file are nested more than " + DEEPEST + " deep.");
        }
        if (++elements > MOST_ELEMENTS) {
            throw RefusedTable.of("TOO_LARGE", "The file has more than " + MOST_ELEMENTS + " elements.");
        }
    }

    private static void limit(XmlElement closed) {
        if (closed.name().equals("text") && closed.text().length() > MOST_CHARACTERS) {
            throw RefusedTable.of("CELL_TOO_LONG", "The cell in line " + closed.line() + " of the file has " + closed.text().length()
                    + " characters; at most " + MOST_CHARACTERS + " are accepted.");
        }
    }

    private static XmlElement element(XMLStreamReader xml) {
        XmlElement element = new XmlElement(
                xml.getNamespaceURI(), xml.getLocalName(), xml.getLocation().getLineNumber());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            String name = xml.getAttributeLocalName(i);
            element.attributes().put(
                    namespace == null || namespace.isEmpty() ? name : namespace + " " + name, xml.getAttributeValue(i));
        }
        return element;
    }
}
