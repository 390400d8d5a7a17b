package io.crosswise.customer;

import java.util.Map;

/** Where imported customers go. */
public interface ImportedCustomers {
    /**
     * Stores the customers whose hash is not the one of their last import; the others stay as they have become since.
     *
     * @param customers by the hash of what was read of each; ids are distinct
     * @return how many were unchanged
     */
    int storeChanged(Map<CustomerRecord, String> customers);

    /** Keeps the report. @return the id of the import */
    String log(DataQualityReport report);
}
