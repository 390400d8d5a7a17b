package io.crosswise.customer;

import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.shared.CustomerId;
import java.util.List;

/** The months behind a usage summary; a decision never reads them. */
public interface UsageHistory {
    /** Newest month last; empty when none is known. */
    List<MonthlyUsage> months(CustomerId id);
}
