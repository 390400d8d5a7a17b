package io.crosswise.customer;

import io.crosswise.shared.CustomerId;
import java.time.Instant;

/** Every room that stores something about a customer forgets it here (GDPR Art. 17); a second time finds nothing left to do. */
public interface Erasure {
    /**
     * Deletes what describes the person. What has to stay, such as sales in the books, is put down to {@code nobody}. Runs in the
     * caller's transaction, which holds the customer's row.
     */
    void erase(CustomerId customer, CustomerId nobody, Instant at);
}
