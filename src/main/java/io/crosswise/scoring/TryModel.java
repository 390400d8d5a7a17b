package io.crosswise.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Loads a file nobody has seen yet and asks it about made-up customers, before it may be registered. */
public class TryModel {
    private static final int NAMED = 5;

    private final LoadModel loadModel;

    public TryModel(LoadModel loadModel) {
        this.loadModel = loadModel;
    }

    /** @param checks gates that were judged here */
    public record Trial(ScoringModel model, List<ReleaseGate> checks) {}

    /**
     * A file somebody sends must read features we have; of one that was trained here on foreign columns it is only noted that it
     * cannot decide.
     *
     * @throws UnusableModel when it does not load, answers NaN, or reads features we do not have
     */
    public Trial attempt(ModelFile file, String origin) {
        ScoringModel model = loadModel.load(file);
        everyAnswerIsANumber(file.name(), model);
        List<ReleaseGate> checks = new ArrayList<>();
        List<String> unknown = DecisionFeatures.unknown(model.features());
        if (!unknown.isEmpty()) {
            String text = "it reads " + listed(unknown) + ", which no decision knows; map the fields to our features, for example"
                    + " {\"fields\":{\"" + unknown.get(0) + "\":\"tenure_months\"}}";
            if (origin.equals("uploaded")) {
                throw UnusableModel.of(file.name(), text);
            }
            checks.add(new ReleaseGate(ReleaseGate.UNKNOWN_FEATURES, false, text));
        }
        checks.add(missingValues(model));
        return new Trial(model, checks);
    }

    /** No answer at all can be right for a customer that cannot be; NaN and infinity never are. */
    private static void everyAnswerIsANumber(String name, ScoringModel model) {
        for (FeatureRow row : TrialRows.complete(model)) {
            try {
                model.score(row);
            } catch (RefusedScore e) {
                if (e.isNotFinite()) {
                    throw UnusableModel.of(name, "it answers no finite number for the features " + row.asMap());
                }
            }
        }
    }

    private static ReleaseGate missingValues(ScoringModel model) {
        return new ReleaseGate(ReleaseGate.MISSING_VALUES, needed(model).isEmpty(), missingValues(needed(model)));
    }

    private static String missingValues(List<String> needed) {
        return needed.isEmpty()
                ? "It answers when a feature is unknown"
                : "It gives no answer when " + listed(needed)
                        + " is unknown; give the field a missingValueReplacement, or accept it with a reason";
    }

    /** Features without which a customer it can answer for gets no answer. */
    private static List<String> needed(ScoringModel model) {
        return TrialRows.complete(model).stream()
                .filter(row -> answers(model, row))
                .findFirst()
                .map(row -> model.features().stream()
                        .filter(feature -> !answers(model, TrialRows.without(feature, row)))
                        .toList())
                .orElse(List.of());
    }

    /** A model of several outputs may have none that is the score. */
    private static boolean answers(ScoringModel model, FeatureRow row) {
        try {
            model.score(row);
            return true;
        } catch (RefusedScore e) {
            return answersByName(model, row);
        }
    }

    private static boolean answersByName(ScoringModel model, FeatureRow row) {
        try {
            return !model.answers(row).isEmpty();
        } catch (RefusedScore e) {
            return false;
        }
    }

    private static String listed(List<String> features) {
        String first = features.stream().limit(NAMED).collect(Collectors.joining(", "));
        return features.size() > NAMED ? first + " and " + (features.size() - NAMED) + " more" : first;
    }
}
