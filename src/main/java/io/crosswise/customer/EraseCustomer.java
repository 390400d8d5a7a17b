package io.crosswise.customer;

import io.crosswise.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** Forgets a customer everywhere at once: the person gets no more offers, and nothing that is left leads back to the person. */
public class EraseCustomer {
    private final Customers customers;
    private final List<Erasure> rooms;
    private final Clock clock;
    private final Consumer<Runnable> transaction;

    public EraseCustomer(Customers customers, List<Erasure> rooms, Clock clock, Consumer<Runnable> transaction) {
        this.customers = customers;
        this.rooms = List.copyOf(rooms);
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * The customer's row is taken first, so no decision is made meanwhile.
     *
     * @throws UnknownCustomer when there never was such a customer
     */
    public void erase(CustomerId customer) {
        transaction.accept(() -> {
            CustomerId nobody = customers.erasePersonalData(customer);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            rooms.forEach(room -> room.erase(customer, nobody, now));
        });
    }
}
