package io.crosswise.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.DataQualityReport;
import io.crosswise.customer.DataQualityReport.Filled;
import io.crosswise.customer.DataQualityReport.Rejection;
import io.crosswise.customer.ImportCustomers;
import io.crosswise.customer.ImportRefused;
import io.crosswise.customer.SourceFile;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCustomersIT {
    private static final String MAPPING =
            """
            market: B2C
            customer: Id
            files:
              people.csv:
                columns:
                  Age: { to: person.age, min: 0, max: 120 }
                  Name: { to: personal.name }
                  Zip: []
              plans.csv:
                columns:
                  Bill: { to: billing.arpu }
              areas.csv:
                key: Zip
                foundBy: people.csv/Zip
                columns:
                  Fibre: { to: network.fibreCoverage }
            """;

    private final CustomerDatabase database = new CustomerDatabase();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private ImportCustomers importCustomers;

    @BeforeEach
    void aSourceOfThreeTables(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("crm.yaml"), MAPPING);
        importCustomers = database.importCustomers(folder);
        file("people.csv", "Id,Age,Name,Zip\nA-1,30,Ann,1000\nA-2,40,\"Bob\nJunior\",2000\n");
        file("plans.csv", "Id,Bill\nA-2,20\nA-1,10\n");
        file("areas.csv", "Zip,Fibre\n1000,yes\n3000,no\n");
    }

    @Test
    void joinsTheTablesAndLeavesUnknownWhatIsNotLookedUp() {
        DataQualityReport report = importFiles();

        assertThat(report.rowsRead()).isEqualTo(6);
        assertThat(report.customersAccepted()).isEqualTo(2);
        assertThat(report.rejections()).isEmpty();
        assertThat(customer("A-1").network().fibreCoverage()).isTrue();
        assertThat(customer("A-2").network()).isNull();
        assertThat(customer("A-2").billing().arpuPercentile()).isEqualTo(1);
        assertThat(database.customers.personalData(new CustomerId("A-1")).name()).isEqualTo("Ann");
        assertThat(database.customers.personalData(new CustomerId("A-2")).name()).isEqualTo("Bob Junior");
        assertThat(database.jdbc
                        .sql("SELECT id || ' ' || mapping || ' ' || imported_by FROM customer.import_run")
                        .query(String.class)
                        .single())
                .isEqualTo(report.importId() + " crm agent-7");
    }

    @Test
    void importsTheSameAgainWithTheSameCountsAndChangesNothing() {
        DataQualityReport first = importFiles();
        database.customers.recordConsents(new CustomerId("A-1"), Map.of(ChannelCode.EMAIL, true));
        CustomerProfile before = customer("A-1");

        DataQualityReport second = importFiles();

        assertThat(second.unchanged()).isEqualTo(second.customersAccepted()).isEqualTo(first.customersAccepted());
        assertThat(List.of(second.rowsRead(), second.customersRejected(), second.rejections(), second.filled()))
                .isEqualTo(List.of(first.rowsRead(), first.customersRejected(), first.rejections(), first.filled()));
        assertThat(customer("A-1")).isEqualTo(before);
    }

    @Test
    void storesOnlyTheCustomerWhoseLinesChanged() {
        importFiles();
        file("plans.csv", "Id,Bill\nA-1,10\nA-2,25\n");

        assertThat(importFiles().unchanged()).isEqualTo(1);
        assertThat(customer("A-2").billing().arpu().amount()).isEqualByComparingTo("25");
    }

    @Test
    void rejectsACustomerWithALineMissingOrACellThatMakesNoSense() {
        file("people.csv", "Id,Age,Name,Zip\nA-1,30,Ann,1000\nA-2,forty,Bob,2000\nA-3,50,Cid,1000\nA 4,1,Dan,1000\n");
        file("plans.csv", "Id,Bill\nA-1,10\nA-2,20\nA-3,1,2\nA-5,7\nA 4,1\n");

        DataQualityReport report = importFiles();

        assertThat(report.customersAccepted()).isEqualTo(1);
        assertThat(report.customersRejected()).isEqualTo(4);
        assertThat(report.rejections())
                .containsExactlyInAnyOrder(
                        new Rejection("plans.csv", 4, null, "the line has 3 fields instead of 2"),
                        new Rejection("people.csv", 5, "Id", "the cell is not a customer id of 1 to 64 letters, digits or . _ : -"),
                        new Rejection("people.csv", 3, "Age", "the cell is not a whole number"),
                        new Rejection("people.csv", 4, "Id", "there is no usable line of this customer in plans.csv"),
                        new Rejection("plans.csv", 5, "Id", "there is no usable line of this customer in people.csv"));
    }

    @Test
    void mergesLinesOfOneCustomerTheLaterWinningWhereItIsNotEmpty() {
        file("people.csv", "Id,Age,Name,Zip\nA-1,30,Ann,1000\nA-1,,Anna,1000\nA-1,31,Anna,1000\n");
        file("plans.csv", "Id,Bill\nA-1,10\nA-1,\n");

        DataQualityReport report = importFiles();

        assertThat(report.customersAccepted()).isEqualTo(1);
        assertThat(report.duplicatesMerged()).isEqualTo(3);
        assertThat(report.filled())
                .containsExactlyInAnyOrder(
                        new Filled("Age", 1, "empty in the customer's last line, taken from an earlier one"),
                        new Filled("Bill", 1, "empty in the customer's last line, taken from an earlier one"));
        assertThat(customer("A-1").person().age()).isEqualTo(31);
        assertThat(customer("A-1").billing().arpu().amount()).isEqualByComparingTo("10");
    }

    @Test
    void storesNothingWhenTheLastFileTurnsOutNotToBeUtf8() {
        files.put("areas.csv", "Zip,Fibre\n1000,yes\n\u00e9,no\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused("not-utf-8", "areas.csv: line 3 is not UTF-8");
    }

    @Test
    void storesNothingWhenAFileIsMissingUnexpectedOrWithoutItsHeader() {
        byte[] plans = files.remove("plans.csv");
        assertRefused("missing-file", "Missing: plans.csv");

        files.put("plans.csv", plans);
        file("other.csv", "x\n");
        assertRefused("unexpected-file", "which reads [areas.csv, people.csv, plans.csv]");

        files.remove("other.csv");
        file("plans.csv", "Id,Amount\nA-1,10\n");
        assertRefused("bad-header", "plans.csv has no column 'Bill'");
    }

    @Test
    void knowsNoOtherMapping() {
        assertThatThrownBy(() -> importCustomers.importFiles("nothing", List.of()))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("There is no mapping of that name");
    }

    @Test
    void survivesHostileTextInKeysAndCells() {
        file("people.csv", "Id,Age,Name,Zip\nA-1,30,\"O'Brien \\. \\N \"\"x\"\"\tTab\",10\0\n,5,Eve,1\nA-2,40,\\,\"a\tb\\n\"\n");
        file("areas.csv", "Zip,Fibre\n\"a\tb\\n\",yes\n\"1\0\",no\n");

        DataQualityReport report = importFiles();

        assertThat(report.customersAccepted()).isEqualTo(2);
        assertThat(report.rejections())
                .containsExactly(
                        new Rejection("people.csv", 3, "Id", "the cell names no row"),
                        new Rejection("areas.csv", 3, "Zip", "the cell names no row"));
        assertThat(customer("A-1").network()).isNull();
        assertThat(database.customers.personalData(new CustomerId("A-1")).name()).isEqualTo("O'Brien \\. \\N \"x\" Tab");
        assertThat(customer("A-2").network().fibreCoverage()).isTrue();
        assertThat(database.customers.personalData(new CustomerId("A-2")).name()).isEqualTo("\\");
    }

    @Test
    void importsMoreCustomersThanOneBatchAndKeepsTheFirstThousandRejections() {
        file("people.csv", IntStream.range(0, 2_500)
                .mapToObj(i -> "A-" + i + ",30,Ann,1000\n")
                .collect(Collectors.joining("", "Id,Age,Name,Zip\n", "")));
        file("plans.csv", IntStream.range(0, 2_500)
                .mapToObj(i -> "A-" + i + (i % 2 == 0 ? ",10\n" : ",?\n"))
                .collect(Collectors.joining("", "Id,Bill\n", "")));

        DataQualityReport report = importFiles();

        assertThat(report.customersAccepted()).isEqualTo(1_250);
        assertThat(report.customersRejected()).isEqualTo(1_250);
        assertThat(report.rejections()).hasSize(DataQualityReport.MAX_REJECTIONS);
        assertThat(database.count("customer.customer")).isEqualTo(1_250);
    }

    private void assertRefused(String type, String message) {
        assertThatThrownBy(this::importFiles).isInstanceOfSatisfying(ImportRefused.class, refused -> {
            assertThat(refused.type()).isEqualTo(type);
            assertThat(refused).hasMessageContaining(message);
        });
        assertThat(database.count("customer.customer")).isZero();
        assertThat(database.count("customer.import_run")).isZero();
    }

    private DataQualityReport importFiles() {
        List<SourceFile> given = new ArrayList<>();
        files.forEach((name, bytes) -> given.add(new SourceFile(name, () -> new ByteArrayInputStream(bytes))));
        return importCustomers.importFiles("crm", given);
    }

    private void file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private CustomerProfile customer(String id) {
        return database.customers.find(new CustomerId(id)).orElseThrow();
    }
}
