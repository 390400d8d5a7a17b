package io.crosswise.scoring.batch;

import io.crosswise.shared.CustomerId;
import java.util.List;

/** What all models said of one customer. @param refused how many gave no score */
public record ScoredCustomer(CustomerId customer, List<CustomerScore> scores, int refused) {}
