package io.crosswise.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A decision table may speak FEEL and nothing else: any other expression language, and a function of Java, runs code. */
final class OnlyFeel {
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20191111/feel/",
            "https://www.omg.org/spec/dmn/20211108/feel/",
            "https://www.omg.org/spec/dmn/20230324/feel/",
            "https://www.omg.org/spec/dmn/20240513/feel/");
    private static final Map<String, String> NOT_ACCEPTED = Map.of(
            "businessKnowledgeModel", "a business knowledge model (a function)",
            "encapsulatedLogic", "a function",
            "functionDefinition", "a function",
            "invocation", "a call of a function",
            "import", "an import of another file",
            "decisionService", "a decision service");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> CAMUNDA_ATTRIBUTES =
            Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId", "isMajorVersion");
    private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\s*\\(|\\bexternal\\s*\\{");

    private OnlyFeel() {}

    static List<Complaint> check(XmlElement file) {
        List<Complaint> complaints = new ArrayList<>();
        file.all().forEach(element -> check(element, complaints));
        return complaints;
    }

    private static void check(XmlElement element, List<Complaint> complaints) {
        if (NOT_ACCEPTED.containsKey(element.name())) {
            complaints.add(complaint("FUNCTION", element, "holds " + NOT_ACCEPTED.get(element.name()) + "; only tables are accepted"));
        }
        if (element.namespace().equals(CAMUNDA)) {
            complaints.add(complaint("EXTENSION", element, "holds an extension of Camunda, " + element.name() + "; take it out"));
        }
        element.attributes().forEach((name, value) -> {
            String local = name.substring(name.indexOf(' ') + 1);
            if (local.equals("expressionLanguage") && !FEEL.contains(value.strip().toLowerCase(Locale.ROOT))) {
                complaints.add(complaint(
                        "LANGUAGE", element, "uses the expression language \"" + value.strip() + "\"; only FEEL is accepted"));
            }
            if (name.startsWith(CAMUNDA + " ") && !CAMUNDA_ATTRIBUTES.contains(local)) {
                complaints.add(complaint("EXTENSION", element, "has the attribute camunda:" + local + "; take it out"));
            }
        });
        if (element.name().equals("text") && FUNCTION.matcher(Feel.withoutTexts(element.text())).find()) {
            complaints.add(complaint("FUNCTION", element, "defines a function in a cell; only values and comparisons are accepted"));
        }
    }

    private static Complaint complaint(String code, XmlElement element, String what) {
        return Complaint.of(code, "The file " + what + " (line " + element.line() + " of the file).");
    }
}
