package io.crosswise.customer;

import io.crosswise.shared.Money;
import java.time.YearMonth;
import java.util.List;

/**
 * A customer as it enters the store: profile, personal data and monthly usage.
 *
 * @param usage newest month last, at most 12 months; empty when the source holds none
 */
public record CustomerRecord(CustomerProfile profile, PersonalData personal, List<MonthlyUsage> usage) {

    /** Null is unknown. @param dataAllowanceGb null when unlimited or unknown */
    public record MonthlyUsage(
            YearMonth month, Double dataGb, Double dataAllowanceGb, Double voiceMinutes, Double tvHours, Money billed) {}
}
