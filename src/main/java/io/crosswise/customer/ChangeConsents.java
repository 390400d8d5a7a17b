package io.crosswise.customer;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A customer says where contact is welcome; a no is effective at once, also for what was decided before. */
public class ChangeConsents {
    private final Customers customers;
    private final CancelContacts contacts;

    public ChangeConsents(Customers customers, CancelContacts contacts) {
        this.customers = customers;
        this.contacts = contacts;
    }

    /** @return every answer known after the change @throws UnknownCustomer */
    public Map<ChannelCode, Boolean> change(CustomerId customer, Map<ChannelCode, Boolean> answers) {
        customers.recordConsents(customer, answers);
        Set<ChannelCode> refused = answers.entrySet().stream()
                .filter(answer -> !answer.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!refused.isEmpty()) {
            contacts.cancel(customer, refused);
        }
        return customers.find(customer).orElseThrow(() -> UnknownCustomer.withId(customer)).consents();
    }
}
