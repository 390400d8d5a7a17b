package io.crosswise.candidate;

import io.crosswise.shared.ServiceCategory;
import java.util.Set;

/**
 * Where to look for candidates.
 *
 * @param focus categories; empty is all
 * @param upgrades whether larger services of categories held are looked at
 * @param discoveries how many services from outside the focus are looked at all the same, those customers with the same services
 *     hold most
 * @param discountShare share of each offer's largest discount that is given from the start, [0,1]
 */
public record Search(Set<ServiceCategory> focus, boolean upgrades, int discoveries, double discountShare) {
    /** Everything there is. */
    public static final Search EVERYWHERE = new Search(Set.of(), true, 0, 0);

    boolean covers(ServiceCategory category) {
        return focus.isEmpty() || focus.contains(category);
    }
}
