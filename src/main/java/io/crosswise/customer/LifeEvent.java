package io.crosswise.customer;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something that happened to a customer and that models learn to foresee.
 *
 * @param category of a service bought, enlarged or dropped, else null
 */
public record LifeEvent(CustomerId customer, What what, ServiceCategory category, LocalDate on) {
    private static final Set<What> OF_A_CATEGORY = EnumSet.of(What.DROPPED, What.BOUGHT, What.UPGRADED);

    public enum What {
        /** Is no customer any more. */
        LEFT,
        /** Gave up the last service of a category while staying. */
        DROPPED,
        /** Took a first service of a category. */
        BOUGHT,
        /** Took a larger service of a category. */
        UPGRADED,
        /** Paid no longer in time. */
        IN_ARREARS,
        /** Brought a new customer. */
        REFERRED
    }

    /** @throws IllegalArgumentException when a purchase or a drop names no category, or anything else names one */
    public LifeEvent {
        if (OF_A_CATEGORY.contains(what) == (category == null)) {
            throw new IllegalArgumentException(what + " does not go with the category " + category);
        }
    }
}
