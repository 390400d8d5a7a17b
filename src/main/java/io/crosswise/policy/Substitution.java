package io.crosswise.policy;

import io.crosswise.candidate.Share;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;

/**
 * A new service of one category takes a share of the margin of a service held of another.
 *
 * @param reason why, without euros; its rule is the table's row or what was learned
 */
public record Substitution(ServiceCategory added, ServiceCategory held, Share share, Reason reason) implements Serializable {
    boolean isOfSamePairAs(Substitution other) {
        return added == other.added && held == other.held;
    }
}
