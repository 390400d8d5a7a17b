package io.crosswise.learning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model was trained and how well it did on customers it had not seen: the content of its model card, stored beside it
 * as {@code <name>.report.json}.
 *
 * @param method in words, for example {@code gradient boosting, calibrated}
 * @param split how the rows it was judged on were set apart, in words
 * @param metrics by name, for example {@code auc}, {@code aucLow}, {@code aucHigh}, {@code qini}, {@code r2}
 * @param scoreReference how the scores of unseen rows were spread
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelReport(
        String model,
        String version,
        String method,
        String split,
        String dataSha256,
        Map<String, Object> metrics,
        Curves curves,
        List<Slice> slices,
        List<Fairness> fairness,
        List<Gate> gates,
        List<FeatureUse> features,
        List<Bin> scoreReference,
        Map<String, Object> settings) {

    public ModelReport {
        metrics = metrics == null ? Map.of() : new TreeMap<>(metrics);
        curves = curves == null ? Curves.none() : curves;
        slices = slices == null ? List.of() : List.copyOf(slices);
        fairness = fairness == null ? List.of() : List.copyOf(fairness);
        gates = gates == null ? List.of() : List.copyOf(gates);
        features = features == null ? List.of() : List.copyOf(features);
        scoreReference = scoreReference == null ? List.of() : List.copyOf(scoreReference);
        settings = settings == null ? Map.of() : new TreeMap<>(settings);
    }

    /** A report to which its findings are added. */
    public static ModelReport of(String model, String version, String method, String split, String dataSha256) {
        return new ModelReport(
                model, version, method, split, dataSha256, null, null, null, null, null, null, null, null);
    }

    public ModelReport withMetrics(Map<String, Object> values) {
        return new ModelReport(
                model, version, method, split, dataSha256, values, curves, slices, fairness, gates, features, scoreReference, settings);
    }

    public ModelReport withCurves(Curves values) {
        return new ModelReport(
                model, version, method, split, dataSha256, metrics, values, slices, fairness, gates, features, scoreReference, settings);
    }

    public ModelReport withSlices(List<Slice> values, List<Fairness> ratios) {
        return new ModelReport(
                model, version, method, split, dataSha256, metrics, curves, values, ratios, gates, features, scoreReference, settings);
    }

    public ModelReport withGates(List<Gate> values) {
        return new ModelReport(
                model, version, method, split, dataSha256, metrics, curves, slices, fairness, values, features, scoreReference, settings);
    }

    public ModelReport withFeatures(List<FeatureUse> values, List<Bin> scores) {
        return new ModelReport(
                model, version, method, split, dataSha256, metrics, curves, slices, fairness, gates, values, scores, settings);
    }

    public ModelReport withSettings(Map<String, Object> values) {
        return new ModelReport(
                model, version, method, split, dataSha256, metrics, curves, slices, fairness, gates, features, scoreReference, values);
    }

    /** Whether every gate passes; only then may the model be promoted. */
    public boolean promotable() {
        return gates.stream().allMatch(Gate::passed);
    }

    /** A metric that is a number, NaN when there is none of that name. */
    public double metric(String name) {
        return metrics.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
