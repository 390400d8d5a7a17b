package io.crosswise.process.engine;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.engine.BadUserRequestException;

/** A decision table may speak FEEL and nothing else: any other expression language in a cell runs code. */
final class OnlyFeel {
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20191111/feel/",
            "https://www.omg.org/spec/dmn/20211108/feel/",
            "https://www.omg.org/spec/dmn/20230324/feel/");
    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private OnlyFeel() {}

    /** @throws BadUserRequestException when the file is no XML, declares a document type or names another expression language */
    static void check(String file, byte[] content) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new BadUserRequestException("\"" + file + "\" declares a document type; remove the DOCTYPE line.");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    checkLanguage(file, xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new BadUserRequestException("\"" + file + "\" is not well-formed XML, line " + e.getLocation().getLineNumber() + ".");
        }
    }

    private static void checkLanguage(String file, XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("expressionLanguage")
                    && !FEEL.contains(xml.getAttributeValue(i).strip().toLowerCase(Locale.ROOT))) {
                throw new BadUserRequestException("\"" + file + "\" uses the expression language \"" + xml.getAttributeValue(i)
                        + "\", line " + xml.getLocation().getLineNumber() + "; only FEEL is accepted.");
            }
        }
    }
}
