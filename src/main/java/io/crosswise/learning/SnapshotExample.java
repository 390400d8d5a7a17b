package io.crosswise.learning;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A customer as known on a past day, and what became of them.
 *
 * @param held categories held on that day
 * @param services codes of the services held on that day
 * @param observedMonths how many months after the day are known; what happened later is censored
 * @param leftAfterMonths months until they left; null while they are still here
 * @param droppedAfterMonths months until they dropped their last service of a category, only for categories dropped
 * @param monthlyMargin mean of the observed months after the day, euros per month; null when none was observed
 * @param inArrearsWithin6 months; null when not observed so long
 * @param referredWithin12 months; null when not observed so long
 * @param boughtWithin12 whether they added a service within 12 months; null when not observed so long
 * @param features as of that day, by name, unknown ones missing
 */
public record SnapshotExample(
        CustomerId customer,
        LocalDate asOf,
        Market market,
        Set<ServiceCategory> held,
        Set<String> services,
        int observedMonths,
        Integer leftAfterMonths,
        Map<ServiceCategory, Integer> droppedAfterMonths,
        Double monthlyMargin,
        Boolean inArrearsWithin6,
        Boolean referredWithin12,
        Boolean boughtWithin12,
        Map<String, Double> features) {}
