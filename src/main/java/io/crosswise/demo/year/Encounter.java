package io.crosswise.demo.year;

import io.crosswise.demo.truth.Disposition;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;

/**
 * What a contact came to, with the truth beside it.
 *
 * @param ifOffered true P(buys) as it was asked
 * @param anyway true P(buys the same category unasked)
 * @param disposition towards the first service offered
 * @param monthly euros of margin a month more once bought, discount taken off
 * @param givesWay euros of margin a month expected to be lost on services held once bought
 * @param propensity as the product scored it, NaN when it did not
 */
record Encounter(
        CustomerId customer,
        Market market,
        double ifOffered,
        double anyway,
        Disposition disposition,
        double monthly,
        double givesWay,
        double cost,
        double propensity,
        boolean bought,
        boolean complained) {}
