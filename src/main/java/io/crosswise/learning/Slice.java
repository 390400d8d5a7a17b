package io.crosswise.learning;

/**
 * How a model does on part of the customers.
 *
 * @param by name of the slice, for example {@code segment}
 * @param meanTarget rate of positives, or mean value
 * @param selected share of the slice among the 15 % of all customers with the highest scores
 * @param auc area under the ROC curve with its 95 % interval; null for values and where the slice has one answer only
 */
public record Slice(
        String by,
        String value,
        int rows,
        double meanTarget,
        double meanScore,
        double selected,
        Double auc,
        Double aucLow,
        Double aucHigh) {}
