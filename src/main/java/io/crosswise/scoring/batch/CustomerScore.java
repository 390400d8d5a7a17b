package io.crosswise.scoring.batch;

import io.crosswise.shared.CustomerId;
import java.util.Map;

/**
 * What one model said of one customer.
 *
 * @param score of the next quarter or the best hour, where the model is asked about several; null when only {@code answers} say it
 * @param answers by quarter, hour band or name, of a model that answers more than one number; null otherwise
 */
public record CustomerScore(CustomerId customer, String model, String version, Double score, Map<String, Double> answers) {}
