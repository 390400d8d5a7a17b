package io.crosswise.scoring;

import java.util.List;

/**
 * Why a model answered what it did: {@code base} and the contributions of all parts add up to {@code link}.
 *
 * @param method how they were found, for example {@code tree SHAP}
 * @param scale on which they add up: {@code log-odds} or {@code score}
 * @param base what the model would say without knowing anything of the customer, on the scale
 * @param link the answer on the scale
 * @param score the answer itself
 * @param parts largest effect first
 */
public record Contributions(
        String method, String scale, double base, double link, double score, List<Contribution> parts) {

    /**
     * @param value of the feature; null when it is unknown
     * @param contribution on the scale
     * @param points share of the difference between the base's score and the score, on the score's own scale
     */
    public record Contribution(String feature, Double value, double contribution, double points) {}
}
