package io.crosswise.learning;

import java.util.List;
import java.util.Locale;

/** How a model was trained and how well it did on customers it had not seen; stored beside the model. */
public record TrainingReport(
        String model,
        String version,
        String marketSha256,
        Metrics metrics,
        TrainingSettings settings,
        List<String> features) {

    /**
     * Judged by stratified five-fold cross-validation, over the predictions of all folds together.
     *
     * @param auc area under the ROC curve, [0,1], 0.5 is chance
     * @param precisionTop15 share of buyers among the 15 % with the highest score
     * @param logLoss mean negative log-likelihood
     * @param baseLogLoss log-loss of answering the base rate for everyone
     * @param baseRate share of buyers
     */
    public record Metrics(
            double auc,
            double precisionTop15,
            double logLoss,
            double baseLogLoss,
            double baseRate,
            int rows,
            int positives) {}

    public static String tableHeader() {
        return String.format(
                "%-28s %8s %9s %9s %6s %8s %8s %8s", "model", "rows", "positives", "base rate", "AUC", "top 15 %", "log-loss", "of base");
    }

    /** One line of the table under {@link #tableHeader}. */
    public String tableRow() {
        return String.format(
                Locale.ROOT,
                "%-28s %8d %9d %8.1f%% %6.3f %7.1f%% %8.4f %8.4f",
                model,
                metrics.rows,
                metrics.positives,
                100 * metrics.baseRate,
                metrics.auc,
                100 * metrics.precisionTop15,
                metrics.logLoss,
                metrics.baseLogLoss);
    }
}
