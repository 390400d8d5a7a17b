package io.crosswise.experiment;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.shared.CustomerId;

/** What is put into an arm as a whole. */
public enum Unit {
    CUSTOMER {
        @Override
        public String of(CustomerProfile profile) {
            return profile.id().value();
        }
    },
    /** A company with all that have the same parent; who has no parent, and every consumer, is a group of its own. */
    COMPANY_GROUP {
        @Override
        public String of(CustomerProfile profile) {
            CustomerId parent = profile.company() == null ? null : profile.company().parent();
            return parent == null ? profile.id().value() : parent.value();
        }
    };

    /** The id that is hashed into a bucket. */
    public abstract String of(CustomerProfile profile);
}
