package io.crosswise.scoring;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Probability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One customer's visit to the models: asks those that are there and keeps every score, and what the shadows said. */
final class Asked {
    private final ModelSet models;
    private final FeatureRow row;
    private final FeatureRow[] quarters = new FeatureRow[Survival.QUARTERS + 1];
    private final FeatureRow[] bands = new FeatureRow[HourBand.values().length];
    private final List<Score> scores = new ArrayList<>();
    private final List<ShadowScore> shadowScores = new ArrayList<>();

    Asked(ModelSet models, FeatureRow row) {
        this.models = models;
        this.row = row;
    }

    boolean has(String model) {
        return models.has(model);
    }

    List<Score> scores() {
        return List.copyOf(scores);
    }

    List<ShadowScore> shadowScores() {
        return List.copyOf(shadowScores);
    }

    /** Empty when there is no such model. */
    Optional<Double> score(String model) {
        return models.has(model) ? Optional.of(note(model, models.scoring(model).score(row), row)) : Optional.empty();
    }

    /** @throws RefusedScore when the score is outside [0,1] */
    Optional<Probability> probability(String model) {
        return score(model).map(value -> probability(model, value));
    }

    /** The score kept is the hazard of the first quarter. */
    Optional<Survival> survival(String model) {
        if (!models.has(model)) {
            return Optional.empty();
        }
        ScoringModel hazards = models.scoring(model);
        Survival survival = new Survival(quarter -> {
            double hazard = probability(model, hazards.score(quarter(quarter))).value();
            return quarter == 1 ? note(model, hazard, quarter(1)) : hazard;
        });
        return Optional.of(survival);
    }

    /** The score kept is that of the best band. */
    Optional<ChannelResponse> response(String model) {
        if (!models.has(model)) {
            return Optional.empty();
        }
        ScoringModel responses = models.scoring(model);
        ChannelResponse response = new ChannelResponse(Arrays.stream(HourBand.values())
                .map(band -> probability(model, responses.score(band(band))))
                .toList());
        note(model, response.in(response.best()).value(), band(response.best()));
        return Optional.of(response);
    }

    /** The score kept is the number of the cluster. */
    Map<String, Double> cluster(String model) {
        if (!models.has(model)) {
            return Map.of();
        }
        Map<String, Double> answers = models.scoring(model).answers(row);
        note(model, answers.get("cluster"), row);
        return answers;
    }

    /** Per service code; the score kept is the largest of them. */
    Map<String, Double> affinities(String model, CustomerProfile profile) {
        if (!models.has(model)) {
            return Map.of();
        }
        FeatureRow services = FeatureRow.of(CustomerFeatures.services(profile));
        Map<String, Double> affinities = models.scoring(model).answers(services);
        note(model, affinities.values().stream().max(Double::compare).orElse(0.0), services);
        return affinities;
    }

    private FeatureRow quarter(int quarter) {
        if (quarters[quarter] == null) {
            quarters[quarter] = row.with(DecisionFeatures.QUARTER_AHEAD, quarter);
        }
        return quarters[quarter];
    }

    private FeatureRow band(HourBand band) {
        if (bands[band.ordinal()] == null) {
            bands[band.ordinal()] = row.with(DecisionFeatures.HOUR_BAND, band.number());
        }
        return bands[band.ordinal()];
    }

    private double note(String model, double value, FeatureRow asked) {
        scores.add(new Score(model, models.model(model).version(), value));
        if (!models.shadows(model).isEmpty()) {
            shadowScores.addAll(models.shadowScores(List.of(model), asked));
        }
        return value;
    }

    private static Probability probability(String model, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw RefusedScore.of(model, value);
        }
        return new Probability(value);
    }
}
