package io.crosswise.scoring;

import java.io.Serializable;
import java.util.Map;

/**
 * Whom a customer is like.
 *
 * @param cluster number of the cluster of portfolio and usage, null when no model said
 * @param multiService closeness to the cluster that holds most services, ]0,1], null when no model said
 * @param affinities per service code how much customers with the same services hold it too; larger is more
 */
public record Likeness(Integer cluster, Double multiService, Map<String, Double> affinities) implements Serializable {
    /** Nobody, because no model was asked. */
    public static final Likeness UNKNOWN = new Likeness(null, null, Map.of());
}
