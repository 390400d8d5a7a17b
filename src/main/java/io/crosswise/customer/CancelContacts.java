package io.crosswise.customer;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import java.util.Set;

/** Ends whatever is about to contact a customer on channels they have just refused, in the caller's transaction. */
public interface CancelContacts {
    void cancel(CustomerId customer, Set<ChannelCode> refused);
}
