package io.crosswise.scoring.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What one model said of one customer.
 *
 * @param score of the next quarter or the best hour, where the model is asked about several; null when only {@code answers} say it
 * @param answers by quarter, hour band or name, of a model that answers more than one number; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerScore(String model, String version, Double score, Map<String, Double> answers) {}
