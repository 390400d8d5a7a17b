package io.crosswise.scoring.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wish to promote a version.
 *
 * @param accept gates somebody answers for, each {@code {"gate","reason"}}; a bare name is accepted for the reason of the promotion
 */
record PromotionBody(String reason, List<JsonNode> accept) {

    /** Reason by gate. */
    Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (JsonNode gate : accept == null ? List.<JsonNode>of() : accept) {
            String name = gate.isTextual() ? gate.textValue() : gate.path("gate").textValue();
            String why = gate.isTextual() ? reason : gate.path("reason").textValue();
            if (name == null || why == null) {
                throw ModelProblems.badRequest(
                        "bad-accept", "accept is a list such as [{\"gate\":\"LEAK\",\"reason\":\"known before the offer\"}]");
            }
            reasons.put(name, why);
        }
        return reasons;
    }
}
