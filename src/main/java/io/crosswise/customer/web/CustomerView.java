package io.crosswise.customer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.PersonalData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything known of one customer on one page.
 *
 * @param usageMonths newest month last
 * @param features what models read of the customer today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerView(
        @JsonUnwrapped CustomerProfile profile,
        PersonalData personalData,
        List<MonthlyUsage> usageMonths,
        Map<String, Double> features) {

    static CustomerView of(CustomerProfile profile, PersonalData personal, List<MonthlyUsage> months, LocalDate today) {
        return new CustomerView(profile, personal, months, CustomerFeatures.of(profile, today));
    }
}
