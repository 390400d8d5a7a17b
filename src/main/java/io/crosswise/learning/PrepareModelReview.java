package io.crosswise.learning;

import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.scoring.UnknownModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts together what a data scientist sees before a candidate goes into use. */
public class PrepareModelReview {
    private final ModelVersions versions;
    private final PromoteModel promoteModel;

    public PrepareModelReview(ModelVersions versions, PromoteModel promoteModel) {
        this.versions = versions;
        this.promoteModel = promoteModel;
    }

    /**
     * The texts of the form {@code review-model}, by its keys.
     *
     * @throws UnknownModel when there is no such version
     */
    public Map<String, Object> prepare(String name, String version) {
        Model candidate = versions.find(name, version).orElseThrow(() -> UnknownModel.version(name, version));
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("modelName", name);
        form.put("candidateVersion", version);
        form.put("judgement", figures(candidate));
        form.put("champion", versions.of(name).stream()
                .filter(model -> model.state() == ModelState.CHAMPION)
                .map(model -> "Version " + model.version() + "\n" + figures(model))
                .findFirst()
                .orElse("No version is in use yet."));
        form.put("gates", promoteModel.gates(name, version).stream()
                .map(gate -> (gate.passed() ? "Passed: " : "Stopped: ") + gate.text())
                .collect(Collectors.joining("\n")));
        form.put("card", "/models/" + name + "/versions/" + version);
        return form;
    }

    private static String figures(Model model) {
        return model.metrics().entrySet().stream()
                .map(metric -> metric.getKey() + " " + figure(metric.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String figure(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4f", number) : String.valueOf(value);
    }
}
