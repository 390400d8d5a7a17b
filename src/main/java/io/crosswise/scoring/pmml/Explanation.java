package io.crosswise.scoring.pmml;

import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.pmml.Formula.Additive;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the score of a compiled model apart exactly: Shapley values of the features against background rows, computed tree by tree
 * as in interventional Tree SHAP (Lundberg et al. 2020, "From local explanations to global understanding with explainable AI for
 * trees"); of a regression simply coefficient × difference. A categorical field is one feature.
 *
 * <p>A logistic model is taken apart in log-odds, calibration included, where it is a sum. The rounding of its 32-bit steps (below
 * 1e-5) is laid on the parts in proportion to their size, so that they add up to exactly the score that was acted upon.
 */
final class Explanation {
    /** A score so close to 0 or 1 that 32 bits do not tell its log-odds; then these are taken from the sum itself. */
    private static final double LOST_IN_ROUNDING = 0.01;

    private final CompiledModel model;
    private final List<String> features;
    private final List<FeatureRow> background;
    private final PmmlHeader header;

    Explanation(CompiledModel model, PmmlHeader header, List<FeatureRow> background) {
        this.model = model;
        this.features = header.features();
        this.header = header;
        this.background = background;
    }

    /** Null when the model is no sum or there is nothing to compare with. */
    Contributions of(FeatureRow row, double score) {
        Formula formula = unrounded(model.score());
        boolean negative = formula instanceof Link link && link.kind() == Link.Kind.RESIDUAL;
        Formula first = negative ? unrounded(((Link) formula).of()) : formula;
        boolean logistic = first instanceof Link link && link.kind() == Link.Kind.LOGIT;
        Additive sum = Formulas.additive(logistic ? ((Link) first).of() : first);
        double[] values = model.read(row);
        List<double[]> others = sum == null ? List.of() : comparable(sum);
        if (others.isEmpty() || values == null || negative && !logistic) {
            return null;
        }
        Shares shares = new Shares(model.featureBySlot(features), features.size());
        double sign = negative ? -1 : 1;
        double base = 0;
        for (double[] other : others) {
            base += sign * sum.exact(other) / others.size();
            sum.share(values, other, sign / others.size(), shares);
        }
        double link = logistic ? logOdds(score, sign * sum.exact(values)) : score;
        Parts parts = new Parts(features, shares.sums());
        parts.absorb(link - base);
        String method = (Formulas.hasTrees(sum) ? "interventional tree SHAP" : "exact linear Shapley values") + " against "
                + header.rows(others.size());
        return parts.contributions(method, logistic, link, score, row);
    }

    private static Formula unrounded(Formula formula) {
        return formula instanceof Rounded rounded ? rounded.of() : formula;
    }

    private List<double[]> comparable(Additive sum) {
        List<double[]> rows = new ArrayList<>();
        for (FeatureRow row : background) {
            double[] values = model.read(row);
            if (values != null && Double.isFinite(sum.exact(values))) {
                rows.add(values);
            }
        }
        return rows;
    }

    private static double logOdds(double score, double exact) {
        double logOdds = Math.log(score / (1 - score));
        return Math.abs(logOdds - exact) <= LOST_IN_ROUNDING ? logOdds : exact;
    }
}
