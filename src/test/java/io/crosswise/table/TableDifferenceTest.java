package io.crosswise.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.table.TableDifference.Change;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableDifferenceTest {
    private static final DmnFile BEFORE = table("FIRST")
            .rows("""
                    "EBU" | > 10 | true | "manager" | "COMPANY" | A company.
                    "B2C" | > 10 | true | "approver" | "LARGE" | A large discount.
                    - | - | false | - | "NONE" | Nothing to approve.
                    """);

    @Test
    void theSameTableHasNoDifference() {
        TableDifference same = between(BEFORE, BEFORE);
        assertThat(same.isEmpty()).isTrue();
        assertThat(same.summary()).isEqualTo("Nothing changes.");
    }

    @Test
    void aCellIsNamedByItsColumn() {
        DmnFile after = table("FIRST").rows("""
                    "EBU" | > 10 | true | "manager" | "COMPANY" | A company.
                    - | > 15 | true | "approver" | "LARGE" | A larger discount.
                    - | - | false | - | "NONE" | Nothing to approve.
                    """);
        TableDifference difference = between(BEFORE, after);
        assertThat(difference.summary()).isEqualTo("1 row changed.");
        assertThat(difference.changed()).singleElement().satisfies(line -> {
            assertThat(line.row()).isEqualTo(2);
            assertThat(line.cells()).containsExactly(
                    new Change("Discount", "> 10", "> 15"),
                    new Change("Market", "\"B2C\"", null),
                    new Change("Annotation", "A large discount.", "A larger discount."));
        });
    }

    @Test
    void rowsThatCameAndWentAreToldByWhatTheySay() {
        DmnFile after = table("UNIQUE").rows("""
                    "EBU" | > 10 | true | "manager" | "COMPANY" | A company.
                    """).row("rowNew", java.util.List.of("\"B2C\"", "-", "false", "-", "\"NONE\"", "Consumers."));
        TableDifference difference = between(BEFORE, after);
        assertThat(difference.summary()).isEqualTo("1 row added, 2 rows removed, 1 change to the table as a whole.");
        assertThat(difference.added()).singleElement().satisfies(line -> {
            assertThat(line.when()).isEqualTo(Map.of("Market", "\"B2C\""));
            assertThat(line.then()).isEqualTo(Map.of("Required", "false", "Reason", "\"NONE\""));
        });
        assertThat(difference.table()).containsExactly(new Change("Hit policy", "FIRST", "UNIQUE"));
    }

    @Test
    void whereTheOrderCountsTheFewestMovedRowsAreNamed() {
        DmnFile after = table("FIRST")
                .row("row2", java.util.List.of("\"B2C\"", "> 10", "true", "\"approver\"", "\"LARGE\"", "A large discount."))
                .row("row3", java.util.List.of("-", "-", "false", "-", "\"NONE\"", "Nothing to approve."))
                .row("row1", java.util.List.of("\"EBU\"", "> 10", "true", "\"manager\"", "\"COMPANY\"", "A company."));
        assertThat(between(BEFORE, after).moved()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo("row1");
            assertThat(line.before()).isEqualTo(1);
            assertThat(line.row()).isEqualTo(3);
        });
    }

    @Test
    void rowsThatOnlyGotOtherIdsAreTheSame() {
        DmnFile after = table("FIRST")
                .row("a", java.util.List.of("\"EBU\"", "> 10", "true", "\"manager\"", "\"COMPANY\"", "A company."))
                .row("b", java.util.List.of("\"B2C\"", "> 10", "true", "\"approver\"", "\"LARGE\"", "A large discount."))
                .row("c", java.util.List.of("-", "-", "false", "-", "\"NONE\"", "Nothing to approve."));
        assertThat(between(BEFORE, after).isEmpty()).isTrue();
    }

    private static DmnFile table(String hitPolicy) {
        return DmnFile.of("approval", hitPolicy)
                .input("Market", "customer.market", "string")
                .input("Discount", "offer.discount", "number")
                .output("Required", "required", "boolean")
                .output("Role", "role", "string")
                .output("Reason", "reason", "string");
    }

    private static TableDifference between(DmnFile before, DmnFile after) {
        return TableDifference.between(read(before), read(after));
    }

    private static DecisionTable read(DmnFile file) {
        return TableFile.read(file.build().getBytes(StandardCharsets.UTF_8)).tables().get(0);
    }
}
