package io.crosswise.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.customer.CustomerProfile.CustomerStatus;
import io.crosswise.customer.CustomerProfile.Gender;
import io.crosswise.customer.DataQualityReport.Filled;
import io.crosswise.customer.DataQualityReport.Rejection;
import io.crosswise.customer.ImportStaging.Line;
import io.crosswise.customer.Mapping.FieldUse;
import io.crosswise.customer.Mapping.Notation;
import io.crosswise.customer.Mapping.Service;
import io.crosswise.customer.Mapping.ServiceUse;
import io.crosswise.customer.Mapping.Table;
import io.crosswise.customer.Mapping.Use;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadCustomerTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private final List<Use> uses = new ArrayList<>();
    private final List<String> columns = new ArrayList<>(List.of("id"));
    private final List<String> cells = new ArrayList<>(List.of("C-1"));
    private final ImportTally tally = new ImportTally();

    @Test
    void readsEachColumnAsTheTypeOfItsField() {
        cell(field("person.age", Map.of()), "42");
        cell(field("person.gender", Map.of("F", "FEMALE")), "F");
        cell(field("billing.arpu", Map.of()), "39.655");
        cell(field("usage.dataGbPerMonth", Map.of()), "7.25");
        cell(field("network.fibreCoverage", Map.of()), "Yes");
        cell(field("engagement.lastOrder", Map.of()), "2026-01-31");
        cell(field("company.parent", Map.of()), "E-1");
        cell(field("personal.email", Map.of()), "a@example.invalid");
        cell(field("consents.SMS", Map.of()), "no");

        CustomerRecord read = read().orElseThrow();

        assertThat(read.profile().person().age()).isEqualTo(42);
        assertThat(read.profile().person().gender()).isEqualTo(Gender.FEMALE);
        assertThat(read.profile().billing().arpu()).isEqualTo(Money.euros("39.66"));
        assertThat(read.profile().usage().dataGbPerMonth()).isEqualTo(7.25);
        assertThat(read.profile().network().fibreCoverage()).isTrue();
        assertThat(read.profile().engagement().lastOrder()).isEqualTo("2026-01-31");
        assertThat(read.profile().company().parent()).isEqualTo(new CustomerId("E-1"));
        assertThat(read.profile().consents()).containsExactly(Map.entry(ChannelCode.SMS, false));
        assertThat(read.profile().contactability().email()).isTrue();
        assertThat(read.personal().email()).isEqualTo("a@example.invalid");
    }

    @Test
    void leavesEverythingEmptyUnknownAndTakesACustomerToBeActive() {
        cell(field("person.age", Map.of()), "");
        cell(field("person.gender", Map.of("F", "FEMALE")), "");
        Map<String, String> unknown = new HashMap<>();
        unknown.put("DSL", null);
        cell(field("network.fibreCoverage", unknown), "DSL");

        CustomerProfile read = read().orElseThrow().profile();

        assertThat(read.person()).isNull();
        assertThat(read.network()).isNull();
        assertThat(read.consents()).isEmpty();
        assertThat(read.status()).isEqualTo(CustomerStatus.ACTIVE);
        assertThat(read.market()).isEqualTo(Market.B2C);
        assertThat(read.source()).isEqualTo("crm");
        assertThat(tally.report(mapping()).filled()).isEmpty();
    }

    @Test
    void addsUpColumnsOfOneNumberAndDoesNotKnowTheSumOfAnUnknown() {
        cell(new FieldUse("dependents", Target.of("person.householdSize"), Map.of(), null, 0.0, null, 1, null), "2");
        cell(field("person.householdSize", Map.of("Yes", "1", "No", "0")), "Yes");
        assertThat(read().orElseThrow().profile().person().householdSize()).isEqualTo(4);

        cells.set(1, "");
        assertThat(read().orElseThrow().profile().person()).isNull();
    }

    @Test
    void countsMonthsBackFromTheDayOfTheImport() {
        cell(new FieldUse("tenure", Target.of("customerSince"), Map.of(), Notation.MONTHS_AGO, null, null, 0, null), "13");

        assertThat(read().orElseThrow().profile().customerSince()).isEqualTo("2025-10-21");
    }

    @Test
    void holdsTheServicesTheColumnsTell() {
        Map<String, Service> phone = new HashMap<>(Map.of("Yes", new Service("PHONE", null)));
        phone.put("No", null);
        cell(new ServiceUse("phone", ServiceCategory.MOBILE, phone), "Yes");
        cell(new ServiceUse("tv", ServiceCategory.TV, phone), "No");
        cell(new ServiceUse("net", ServiceCategory.HBB, Map.of("Fibre", new Service("FIBRE", 2))), "Fibre");

        assertThat(read().orElseThrow().profile().holdings())
                .extracting(held -> held.service() + " " + held.category() + " " + held.tier())
                .containsExactly("PHONE MOBILE null", "FIBRE HBB 2");
    }

    @Test
    void reportsWhatTheMappingFilled() {
        cell(new FieldUse("lang", Target.of("person.language"), Map.of(), null, null, null, 0, "fr"), "");

        assertThat(read().orElseThrow().profile().person().language()).isEqualTo("fr");
        assertThat(tally.report(mapping()).filled())
                .containsExactly(new Filled("lang", 1, "empty, filled with 'fr' as the mapping says"));
    }

    @ParameterizedTest
    @CsvSource({
        "person.age, 4x, the cell is not a whole number",
        "person.age, 200, the cell is more than 120.0",
        "person.age, -1, the cell is less than 0.0",
        "person.age, 99999999999, the cell is not a whole number",
        "billing.arpu, 1e999999999, the cell is not a number with a decimal point",
        "usage.dataTrend, NaN, the cell is not a number with a decimal point",
        "customerSince, 2026-02-30, the cell is not a date like 2026-11-21",
        "network.fibreCoverage, maybe, the cell is neither yes nor no",
        "person.gender, X, 'the cell is not one of [FEMALE, MALE, OTHER]'",
        "company.parent, a b, 'the cell is not a customer id of 1 to 64 letters, digits or . _ : -'",
        "status, '', the cell is empty but the status of a customer must be known",
    })
    void rejectsACellThatMakesNoSenseWithLineAndColumnButNotItsValue(String path, String text, String reason) {
        Target target = Target.of(path);
        cell(target.isNumber() && path.startsWith("person")
                ? new FieldUse(path, target, Map.of(), null, 0.0, 120.0, 0, null)
                : new FieldUse(path, target, Map.of(), null, null, null, 0, null), text);

        assertThat(read()).isEmpty();
        assertThat(tally.report(mapping()).rejections()).containsExactly(new Rejection("crm.csv", 7, path, reason));
    }

    @Test
    void rejectsControlCharactersThatNoDatabaseOrLetterShouldCarry() {
        cell(field("personal.name", Map.of()), "A\0B");

        assertThat(read()).isEmpty();
    }

    private static FieldUse field(String path, Map<String, String> values) {
        return new FieldUse(path, Target.of(path), values, null, null, null, 0, null);
    }

    private void cell(Use use, String text) {
        uses.add(use);
        columns.add(use.column());
        cells.add(text);
    }

    private Optional<CustomerRecord> read() {
        JoinedLines lines = new JoinedLines(mapping(), List.of(new Line(0, 7, "C-1", cells)), tally);
        return new ReadCustomer(mapping(), TODAY, tally).read(new CustomerId("C-1"), lines);
    }

    private Mapping mapping() {
        return new Mapping("crm", "v1", Market.B2C, ',', List.of(new Table("crm.csv", "id", null, columns, uses)));
    }
}
