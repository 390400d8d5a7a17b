package io.crosswise.scoring;

import io.crosswise.scoring.Comparison.Arm;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.time.Instant;

/** What became of the customers and offers that were scored. */
public interface ScoredOffers {
    /** Customers the version decided for since then, without those who were held out of every offer. */
    Arm arm(String model, String version, Instant since);

    /**
     * Offers that the champion decided on, that the challenger scored beside it and whose answer is known; the newest ones when
     * there are very many.
     *
     * @param category of the offers; null for any
     * @param channel of the offers; null for any
     */
    PairedScores pairs(
            String model,
            String champion,
            String challenger,
            ServiceCategory category,
            ChannelCode channel,
            Instant since);
}
