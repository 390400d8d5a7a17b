package io.crosswise.learning;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whether what a model predicts still comes true (calibration in the large and slope; Cox 1958, Van Calster et al. 2019).
 *
 * @param outcomes predictions whose answer is known
 * @param predicted mean prediction: a rate, or the unit of the target
 * @param observed mean answer
 * @param observedLow lower end of its 95 % interval (Wilson 1927 for a rate)
 * @param trainingMean mean answer in training, to compare with; null unknown
 * @param z standard errors between the two means; positive when more comes true than was predicted. Null below the smallest number
 * @param spreads of a value: mean error in units of the root mean squared error the training reported; null for a rate
 * @param slope of the answers on the predicted log-odds: 1 fits, below 1 the model is too sure; null for a value and for few answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalibrationDrift(
        long outcomes,
        Double predicted,
        Double observed,
        Double observedLow,
        Double observedHigh,
        Double trainingMean,
        Double z,
        Double spreads,
        Slope slope,
        DriftLevel level) {

    /** @param low lower end of the 95 % interval */
    public record Slope(double value, double low, double high, DriftLevel level) {}
}
