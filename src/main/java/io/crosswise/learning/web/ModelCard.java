package io.crosswise.learning.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.ModelReport;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ReleaseGate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the page of a version shows.
 *
 * @param report of its training; null when there is none
 * @param figures in words, the most important first
 * @param plots the curves as JSON for the page's script
 */
record ModelCard(Model model, List<ReleaseGate> gates, ModelReport report, List<Figures.Figure> figures, String plots) {

    /** A report of a form this page does not know is taken for none. */
    static ModelCard of(Model model, List<ReleaseGate> gates, JsonNode report, ObjectMapper json) {
        ModelReport read = read(report, json);
        if (read == null) {
            return new ModelCard(model, gates, null, List.of(), "{}");
        }
        return new ModelCard(model, gates, read, Figures.of(read.metrics()), plots(read, json));
    }

    private static ModelReport read(JsonNode report, ObjectMapper json) {
        try {
            return report == null || !report.isObject() ? null : json.treeToValue(report, ModelReport.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Inside a page a text must not be able to end the script that holds it. */
    private static String plots(ModelReport report, ObjectMapper json) {
        try {
            return json.writeValueAsString(Map.of(
                            "curves", report.curves(),
                            "features", report.features().stream().filter(use -> use.importance() != null).limit(20).toList(),
                            "slices", report.slices(),
                            "metrics", report.metrics()))
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The curves of " + report.model() + " cannot be written", e);
        }
    }

    /** For the template: a share in percent. */
    public String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** For the template: a number with three digits, a dash for none. */
    public String number(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
