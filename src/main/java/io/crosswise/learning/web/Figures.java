package io.crosswise.learning.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Metrics of a report in words a data scientist reads at a glance, intervals beside their values. */
final class Figures {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("auc", "AUC");
        WORDS.put("qini", "Qini coefficient");
        WORDS.put("tLearnerQini", "Qini coefficient of the plain difference of two models");
        WORDS.put("r2", "R²");
        WORDS.put("prAuc", "Average precision");
        WORDS.put("precisionTop15", "Precision in the top 15 %");
        WORDS.put("liftTop15", "Lift in the top 15 %");
        WORDS.put("uplift", "Uplift of everyone");
        WORDS.put("upliftTop30", "Uplift in the top 30 %");
        WORDS.put("tLearnerUpliftTop30", "Uplift in the top 30 % of the plain difference");
        WORDS.put("logLoss", "Log-loss");
        WORDS.put("baseLogLoss", "Log-loss of the base rate");
        WORDS.put("brier", "Brier score");
        WORDS.put("baseBrier", "Brier score of the base rate");
        WORDS.put("calibrationSlope", "Calibration slope (1 is right)");
        WORDS.put("calibrationIntercept", "Calibration intercept (0 is right)");
        WORDS.put("survivalError", "Largest distance to Kaplan–Meier");
        WORDS.put("rmse", "Root mean squared error");
        WORDS.put("mae", "Mean absolute error");
        WORDS.put("decileError", "Mean error of deciles");
        WORDS.put("meanTarget", "Mean value");
        WORDS.put("baseRate", "Base rate");
        WORDS.put("rows", "Rows");
        WORDS.put("judgedRows", "Rows judged on");
        WORDS.put("positives", "Positive rows");
    }

    private Figures() {}

    /** @param interval 95 %; null where there is none */
    record Figure(String name, String value, String interval) {}

    /** The known ones in order, then others that are numbers or texts. */
    static List<Figure> of(Map<String, Object> metrics) {
        Map<String, Object> left = new TreeMap<>(metrics);
        List<Figure> figures = new ArrayList<>();
        WORDS.forEach((metric, words) -> {
            Object value = left.remove(metric);
            Object low = left.remove(metric + "Low");
            Object high = left.remove(metric + "High");
            if (value != null) {
                figures.add(new Figure(words, text(value), low == null || high == null ? null : text(low) + " to " + text(high)));
            }
        });
        left.forEach((metric, value) -> {
            if (value instanceof Number || value instanceof String) {
                figures.add(new Figure(metric, text(value), null));
            }
        });
        return figures;
    }

    private static String text(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4f", number) : String.valueOf(value);
    }
}
