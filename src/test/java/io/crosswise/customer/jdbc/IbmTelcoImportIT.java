package io.crosswise.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.CustomerStatus;
import io.crosswise.customer.DataQualityReport;
import io.crosswise.customer.ImportAtStart;
import io.crosswise.customer.PersonalData;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IbmTelcoImportIT {
    private static final String SAMPLE = System.getenv("CROSSWISE_SAMPLE_DATA");

    @Test
    void importsTheWholeSampleOnceAndChangesNothingTheSecondTime() {
        assumeThat(SAMPLE)
                .as("CROSSWISE_SAMPLE_DATA, the folder with the IBM sample, is not set: skipped")
                .isNotBlank();
        CustomerDatabase database = new CustomerDatabase();
        ImportAtStart imports = new ImportAtStart(database.importCustomers(null));

        DataQualityReport first = imports.importDirectory(Path.of(SAMPLE), "ibm-telco-v11");

        assertThat(first.rowsRead()).isEqualTo(4 * 7_043 + 1_671);
        assertThat(first.customersAccepted()).isEqualTo(7_043);
        assertThat(first.customersRejected()).isZero();
        assertThat(first.rejections()).isEmpty();
        assertThat(first.filled()).isEmpty();
        assertThat(first.duplicatesMerged()).isZero();
        assertThat(first.unchanged()).isZero();
        assertThat(database.count("customer.customer WHERE status = 'FORMER'")).isEqualTo(1_869);
        assertThat(database.count("customer.customer WHERE market = 'B2C'")).isEqualTo(7_043);
        assertKnownAndUnknown(database);

        DataQualityReport second = imports.importDirectory(Path.of(SAMPLE), "ibm-telco-v11");
        assertThat(second.customersAccepted()).isEqualTo(7_043);
        assertThat(second.unchanged()).isEqualTo(7_043);
    }

    private static void assertKnownAndUnknown(CustomerDatabase database) {
        CustomerProfile former = database.customers.find(new CustomerId("8779-QRDMV")).orElseThrow();
        assertThat(former.market()).isEqualTo(Market.B2C);
        assertThat(former.status()).isEqualTo(CustomerStatus.FORMER);
        assertThat(former.person().age()).isEqualTo(78);
        assertThat(former.person().householdSize()).isEqualTo(1);
        assertThat(former.customerSince()).isEqualTo("2026-10-21");
        assertThat(former.billing().arpu()).isEqualTo(Money.euros("39.65"));
        assertThat(former.holdings()).extracting(held -> held.service()).containsExactly("INTERNET_DSL");
        assertThat(former.network()).as("DSL does not tell whether fibre is there").isNull();
        assertThat(former.engagement()).isNull();
        assertThat(former.consents()).isEmpty();
        assertThat(former.contactability().email()).isFalse();
        assertThat(database.customers.personalData(former.id())).isEqualTo(PersonalData.UNKNOWN);

        CustomerProfile second = database.customers.find(new CustomerId("7495-OOKFY")).orElseThrow();
        assertThat(second.network().fibreCoverage()).isTrue();
        assertThat(second.holdings())
                .extracting(held -> held.service())
                .containsExactly("PHONE", "MULTIPLE_LINES", "INTERNET_FIBRE", "ONLINE_BACKUP");
        assertThat(CustomerFeatures.of(second, LocalDate.parse("2026-11-21")))
                .containsEntry("tenure_months", 8.0)
                .containsEntry("household_size", 3.0)
                .containsEntry("tier_hbb", 2.0)
                .doesNotContainKeys("nps", "arrears", "months_to_commitment_end", "usage_stability");
    }
}
