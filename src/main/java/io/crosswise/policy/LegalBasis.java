package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * What allows a contact by law: a row of the contact policy that names it.
 *
 * @param reason its code is the basis, for example {@code CONSENT}; its rule the row
 * @param scope categories of offers it covers; empty covers all
 */
public record LegalBasis(ChannelCode channel, Reason reason, List<String> scope) implements Serializable {
    /** Whether it allows to speak about an offer: all of its categories must be covered. */
    boolean covers(Collection<ServiceCategory> categories) {
        return scope.isEmpty() || categories.stream().allMatch(category -> scope.contains(category.name()));
    }
}
