package io.crosswise.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures a training report states about a model, for lists. */
final class ReportMetrics {
    private ReportMetrics() {}

    /** Numbers and texts of its {@code metrics}, in their order; empty without a report. */
    static Map<String, Object> of(JsonNode report) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        if (report != null) {
            report.path("metrics").properties().forEach(metric -> {
                JsonNode value = metric.getValue();
                if (value.isNumber()) {
                    metrics.put(metric.getKey(), value.numberValue());
                } else if (value.getNodeType() == JsonNodeType.STRING) {
                    metrics.put(metric.getKey(), value.textValue());
                }
            });
        }
        return Collections.unmodifiableMap(metrics);
    }
}
