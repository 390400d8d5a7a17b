package io.crosswise.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition for putting a model in charge.
 *
 * @param name stable, for example {@code LEAK}
 * @param text what was found and what to change
 */
public record ReleaseGate(String name, boolean passed, String text) {
    /** Nobody knows how good the model is. */
    public static final String NO_REPORT = "NO_REPORT";

    /** It reads features no decision can give it. */
    public static final String UNKNOWN_FEATURES = "UNKNOWN_FEATURES";

    /** It gives no answer for a customer of whom not everything is known. */
    public static final String MISSING_VALUES = "MISSING_VALUES";

    private static final Set<String> NEVER_ACCEPTED = Set.of("CHANCE", "WORSE_THAN_CHAMPION", "FAIRNESS", UNKNOWN_FEATURES);

    /** Whether a person may take responsibility for it by giving a reason. */
    public boolean acceptable() {
        return !NEVER_ACCEPTED.contains(name);
    }

    /** The gates of a training report; without one a gate that failed. */
    public static List<ReleaseGate> of(JsonNode report) {
        List<ReleaseGate> gates = new ArrayList<>();
        if (report != null && report.isObject()) {
            report.path("gates").forEach(gate -> gates.add(new ReleaseGate(
                    gate.path("name").asText(), gate.path("passed").asBoolean(), gate.path("text").asText())));
        } else {
            gates.add(new ReleaseGate(
                    NO_REPORT,
                    false,
                    "There is no training report that judges it; accept " + NO_REPORT + " with the reason why it may decide"));
        }
        return gates;
    }

    /** Those that stand in the way of a promotion. @param accepted reason by name of the gate */
    static List<ReleaseGate> blocking(List<ReleaseGate> gates, Map<String, String> accepted) {
        return gates.stream()
                .filter(gate -> !gate.passed())
                .filter(gate -> !gate.acceptable() || accepted.getOrDefault(gate.name(), "").isBlank())
                .toList();
    }
}
