package io.crosswise.customer.jdbc;

import static io.crosswise.customer.CustomerBuilder.aCompany;
import static io.crosswise.customer.CustomerBuilder.aCustomer;
import static io.crosswise.customer.CustomerBuilder.aStranger;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.customer.CustomerBuilder;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.PersonalData;
import io.crosswise.customer.UsageSummary;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import io.crosswise.shared.StableHash;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcRefreshFeaturesIT {
    private final CustomerDatabase database = new CustomerDatabase();

    @Test
    void sumsUsageUpExactlyAsTheSummaryOfOneCustomerDoes() {
        List<CustomerRecord> stored = IntStream.range(0, 200)
                .filter(number -> number % 13 > 0)
                .mapToObj(this::withUsage)
                .toList();
        database.customers.store(stored);

        database.features.refresh();

        for (CustomerRecord customer : stored) {
            CustomerProfile found = database.customers.find(customer.profile().id()).orElseThrow();
            assertThat(found.usage()).isEqualTo(UsageSummary.of(customer.usage()));
            assertThat(database.usage.months(found.id())).isEqualTo(customer.usage());
        }
    }

    @Test
    void ranksTheArpuWithinTheMarketAndChangesNothingTheSecondTime() {
        store(
                aCustomer().withId("C-1").payingOnAverage("10"),
                aCustomer().withId("C-2").payingOnAverage("20"),
                aCustomer().withId("C-3").payingOnAverage("20"),
                aCustomer().withId("C-4").payingOnAverage("99"),
                aCompany().payingOnAverage("5"),
                aStranger().withId("C-5"));

        assertThat(database.features.refresh()).isEqualTo(5);

        assertThat(percentile("C-1")).isZero();
        assertThat(percentile("C-2")).isEqualTo(percentile("C-3")).isEqualTo(0.333333);
        assertThat(percentile("C-4")).isEqualTo(1);
        assertThat(percentile("E-000001")).isZero();
        assertThat(database.customers.find(new CustomerId("C-5")).orElseThrow().billing()).isNull();
        assertThat(database.features.refresh()).isZero();
    }

    @Test
    void leavesTheSummaryOfACustomerWithoutMonthsAsItIs() {
        store(aCustomer().withId("C-1"));

        database.features.refresh();

        assertThat(database.customers.find(new CustomerId("C-1")).orElseThrow().usage())
                .isEqualTo(aCustomer().build().usage());
    }

    private double percentile(String id) {
        return database.customers.find(new CustomerId(id)).orElseThrow().billing().arpuPercentile();
    }

    private void store(CustomerBuilder... customers) {
        database.customers.store(List.of(customers).stream()
                .map(customer -> new CustomerRecord(customer.build(), PersonalData.UNKNOWN, List.of()))
                .toList());
    }

    private CustomerRecord withUsage(int number) {
        List<MonthlyUsage> months = new ArrayList<>();
        for (int month = 0; month < number % 13; month++) {
            months.add(new MonthlyUsage(
                    YearMonth.parse("2025-12").plusMonths(month),
                    amount("data", number, month),
                    amount("allowance", number, month),
                    amount("voice", number, month),
                    null,
                    number % 5 == 0 ? null : Money.euros(20 + 40 * uniform("bill", number, month))));
        }
        CustomerProfile profile = aStranger().withId("C-" + number).build();
        return new CustomerRecord(profile, PersonalData.UNKNOWN, months);
    }

    /** Every seventh value is unknown and every ninth zero. */
    private static Double amount(String what, int number, int month) {
        int kind = number * 31 + month;
        return kind % 7 == 0 ? null : Double.valueOf(kind % 9 == 0 ? 0 : 50 * uniform(what, number, month));
    }

    private static double uniform(String what, int number, int month) {
        return StableHash.uniform(what, number + "/" + month);
    }
}
