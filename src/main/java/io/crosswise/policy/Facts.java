package io.crosswise.policy;

import io.crosswise.trigger.TriggerFacts;
import java.util.Locale;

/** What decision tables may read: one variable each, whose public accessors are the names a cell may use. */
public enum Facts {
    CUSTOMER(CustomerFacts.class),
    TRIGGER(TriggerFacts.class),
    CONTACT(ContactFacts.class),
    OFFER(OfferFacts.class);

    private final Class<?> type;

    Facts(Class<?> type) {
        this.type = type;
    }

    /** As a cell writes it, for example {@code customer}. */
    public String variable() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Class<?> type() {
        return type;
    }
}
