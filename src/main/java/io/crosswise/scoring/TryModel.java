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
     * @throws UnusableModel when it does not load, does not answer, or reads features we do not have
     */
    public Trial attempt(ModelFile file, String origin) {
        ScoringModel model = loadModel.load(file);
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
        for (FeatureRow row : TrialRows.complete(model.features())) {
            String refusal = refusal(model, row);
            if (refusal != null) {
                throw UnusableModel.of(
                        file.name(), "it gives no finite answer for the features " + row.asMap() + ": " + refusal);
            }
        }
        checks.add(missingValues(model));
        return new Trial(model, checks);
    }

    private static ReleaseGate missingValues(ScoringModel model) {
        List<String> needed = model.features().stream()
                .filter(feature -> refusal(model, TrialRows.without(feature, model.features())) != null)
                .toList();
        return new ReleaseGate(
                ReleaseGate.MISSING_VALUES,
                needed.isEmpty(),
                needed.isEmpty()
                        ? "It answers when a feature is unknown"
                        : "It gives no answer when " + listed(needed)
                                + " is unknown; give the field a missingValueReplacement, or accept it with a reason");
    }

    /** Null when there is an answer. */
    private static String refusal(ScoringModel model, FeatureRow row) {
        try {
            model.score(row);
            return null;
        } catch (RefusedScore e) {
            return answersByName(model, row) ? null : e.getMessage();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A model of several outputs may have none that is the score. */
    private static boolean answersByName(ScoringModel model, FeatureRow row) {
        try {
            return !model.answers(row).isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String listed(List<String> features) {
        String first = features.stream().limit(NAMED).collect(Collectors.joining(", "));
        return features.size() > NAMED ? first + " and " + (features.size() - NAMED) + " more" : first;
    }
}
