package io.crosswise.testing;

import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FixedModels;
import io.crosswise.scoring.LoadedModel;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.ScoringModels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Champions that answer what a test wants, whatever they are asked. */
public final class AnsweringModels implements ScoringModels {
    private final Map<String, ScoringModel> answers = new LinkedHashMap<>();

    public AnsweringModels answering(String model, double value) {
        return answering(model, row -> value);
    }

    public AnsweringModels answering(String model, ToDoubleFunction<FeatureRow> score) {
        return answering(model, new Answer("1", score));
    }

    public AnsweringModels answering(String model, ScoringModel scoring) {
        answers.put(model, scoring);
        return this;
    }

    @Override
    public List<Model> all() {
        return fixed().all();
    }

    @Override
    public ModelSet inUse() {
        return fixed().inUse();
    }

    @Override
    public ScoringModel version(String name, String version) {
        return fixed().version(name, version);
    }

    private FixedModels fixed() {
        return new FixedModels(answers.entrySet().stream()
                .map(entry -> new LoadedModel(
                        Model.champion(entry.getKey(), entry.getValue().version(), "ab", Map.of()), entry.getValue()))
                .toList());
    }

    /** A model that computes its score from the row. */
    public record Answer(String version, ToDoubleFunction<FeatureRow> score) implements ScoringModel {
        @Override
        public String sha256() {
            return "ab";
        }

        @Override
        public List<String> features() {
            return List.of();
        }

        @Override
        public String function() {
            return "regression";
        }

        @Override
        public boolean compiled() {
            return false;
        }

        @Override
        public double score(FeatureRow row) {
            return score.applyAsDouble(row);
        }

        @Override
        public Map<String, Double> answers(FeatureRow row) {
            return Map.of("score", score(row));
        }

        @Override
        public Contributions contributions(FeatureRow row) {
            double answer = score(row);
            return new Contributions("constant", "score", answer, answer, answer, List.of());
        }
    }
}
