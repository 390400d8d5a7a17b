package io.crosswise.scoring;

import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.shared.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The models that decide at one moment: the champions, and for some customers challengers in their place. It never changes, so a
 * decision that takes it once keeps the versions it began with.
 */
public interface ModelSet {
    /** In alphabetical order. */
    Set<String> names();

    boolean has(String model);

    /** @throws IllegalArgumentException when there is no such model */
    Model model(String name);

    /** @throws IllegalArgumentException when there is no such model */
    ScoringModel scoring(String name);

    /** The models that decide for one customer: always the same while a split lasts. */
    ModelSet forCustomer(CustomerId customer);

    /** Challengers of a model whose scores are stored and not acted upon. */
    List<ShadowModel> shadows(String name);

    /** @throws RefusedScore when the score is NaN or infinite */
    default Score score(String name, FeatureRow row) {
        return new Score(name, model(name).version(), scoring(name).score(row));
    }

    /** What the shadows of several models say; one that cannot answer is left out, since nothing depends on it. */
    default List<ShadowScore> shadowScores(Collection<String> names, FeatureRow row) {
        return names.stream().flatMap(name -> shadows(name).stream()).flatMap(shadow -> shadow.score(row).stream()).toList();
    }

    /** @param model the version that is tried */
    record ShadowModel(Model model, ScoringModel scoring) {
        java.util.Optional<ShadowScore> score(FeatureRow row) {
            try {
                return java.util.Optional.of(new ShadowScore(model.name(), model.version(), scoring.score(row)));
            } catch (RefusedScore e) {
                return java.util.Optional.empty();
            }
        }
    }
}
