package io.crosswise.demo.year;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import java.util.List;
import java.util.Map;

/**
 * What one policy's year came to.
 *
 * @param outcomes how many decisions ended how
 * @param ends by customer, the same customers in every run
 */
record YearResult(
        String variant,
        long seed,
        Policy policy,
        Map<String, Integer> outcomes,
        Map<CustomerId, End> ends,
        List<Encounter> encounters) {

    /**
     * How a customer stands.
     *
     * @param multiService held two categories or more when the year began
     * @param stays at the end of the year
     * @param bill euros a month at the end of the year, 0 for who has left
     * @param marginOfYear euros within the year, costs taken off
     * @param net euros until the end of the run-out, costs taken off
     * @param cannibalised euros lost on services held until then
     */
    record End(
            Market market,
            boolean multiService,
            boolean stays,
            double bill,
            double marginOfYear,
            double net,
            double cannibalised,
            double contactCost,
            double complaintCost,
            int contacts,
            int complaints) {}
}
