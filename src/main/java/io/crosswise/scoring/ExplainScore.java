package io.crosswise.scoring;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.shared.HourBand;
import java.util.Arrays;
import java.util.Map;

/** Tells what each feature added to a score that was given earlier, by the very version that gave it. */
public class ExplainScore {
    private final ScoringModels models;

    public ExplainScore(ScoringModels models) {
        this.models = models;
    }

    /**
     * The model is asked again what it was asked then: a hazard for the first quarter, a channel for the band of the day whose score
     * was kept, an affinity for the services held.
     *
     * @param features as of the score
     * @throws UnknownModel when the registry has no such version
     */
    public Contributions explain(Score score, CustomerProfile profile, Map<String, Double> features) {
        ScoringModel model = models.version(score.model(), score.version());
        return model.contributions(row(model, score, profile, features));
    }

    private static FeatureRow row(ScoringModel model, Score score, CustomerProfile profile, Map<String, Double> features) {
        if (score.model().equals(FamilyModels.AFFINITY)) {
            return FeatureRow.of(CustomerFeatures.services(profile));
        }
        FeatureRow row = FeatureRow.of(features);
        if (model.features().contains(DecisionFeatures.QUARTER_AHEAD)) {
            return row.with(DecisionFeatures.QUARTER_AHEAD, 1);
        } else if (model.features().contains(DecisionFeatures.HOUR_BAND)) {
            return Arrays.stream(HourBand.values())
                    .map(band -> row.with(DecisionFeatures.HOUR_BAND, band.number()))
                    .filter(asked -> model.score(asked) == score.value())
                    .findFirst()
                    .orElse(row.with(DecisionFeatures.HOUR_BAND, HourBand.MORNING.number()));
        }
        return row;
    }
}
