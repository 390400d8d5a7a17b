package io.crosswise.customer;

import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Page;
import io.crosswise.shared.Segment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customers the operator has. */
public interface Customers {
    /** Empty also for a customer who was erased. */
    Optional<CustomerProfile> find(CustomerId id);

    /**
     * Reads the customer and holds its row until the transaction ends, so that two triggers or responses of one customer
     * are handled one after the other.
     */
    Optional<CustomerProfile> lock(CustomerId id);

    /** Ordered by id; a null filter matches all. */
    Page<CustomerProfile> list(Market market, Segment segment, int page, int size);

    /** The next customers by id, at most {@code limit}; from the first one when {@code after} is null. */
    List<CustomerProfile> inOrder(CustomerId after, int limit);

    /** {@link PersonalData#UNKNOWN} when none is held or it was erased. */
    PersonalData personalData(CustomerId id);

    /** Adds customers in bulk; an id that exists is replaced. */
    void store(Collection<CustomerRecord> customers);

    /** Adds a service the customer has just bought; holding the same service again changes nothing. */
    void addHolding(CustomerId id, Holding holding);

    /** Stores answers per channel; channels not named keep theirs. Effective with the transaction. */
    void recordConsents(CustomerId id, Map<ChannelCode, Boolean> answers);

    /**
     * Deletes all that is known of the customer and keeps only that this id was erased and refuses every channel, so that no later
     * delivery of its source brings it back (GDPR Art. 17). Holds the row until the transaction ends.
     *
     * @return an id that leads to nobody, to stand in the customer's place
     * @throws UnknownCustomer when there never was such a customer
     */
    CustomerId erasePersonalData(CustomerId id);

    void assignSegment(CustomerId id, Segment segment, String sociostyle);

    /** Ids of customers no segment was assigned to yet, at most {@code limit}. */
    List<CustomerId> withoutSegment(int limit);
}
