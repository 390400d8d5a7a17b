package io.crosswise.outcome;

import java.util.stream.Stream;

/** The history of campaigns from before this service decided. */
public interface PastCampaigns {
    /** Adds contacts in bulk; a customer's features are kept once per day. A contact already held is refused. */
    void store(Stream<PastContact> contacts);

    /** Every contact, by customer and date; read within a transaction it comes in portions. To be closed. */
    Stream<PastContact> stream();

    long count();
}
