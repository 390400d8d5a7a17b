package io.crosswise.customer;

import io.crosswise.shared.CustomerId;

/** Nobody is known under this id. */
public class UnknownCustomer extends RuntimeException {
    private UnknownCustomer(String message) {
        super(message);
    }

    public static UnknownCustomer withId(CustomerId id) {
        return new UnknownCustomer("No customer is known as " + id);
    }
}
