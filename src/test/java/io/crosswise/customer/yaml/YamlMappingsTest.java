package io.crosswise.customer.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.customer.ImportRefused;
import io.crosswise.customer.Mapping;
import io.crosswise.customer.Mapping.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlMappingsTest {
    @TempDir
    private Path folder;

    @Test
    void shipsTheMappingOfTheIbmSample() {
        Mapping ibm = new YamlMappings(null).find("ibm-telco-v11").orElseThrow();

        assertThat(ibm.tables())
                .extracting(Table::file)
                .containsExactly("demographics.csv", "location.csv", "population.csv", "services.csv", "status.csv");
        assertThat(ibm.tables()).filteredOn(Table::isLookup).extracting(Table::key).containsExactly("Zip Code");
        assertThat(ibm.tables().get(4).columns()).containsExactly("Customer ID", "Customer Status");
    }

    @Test
    void prefersTheOperatorsFolderAndFollowsItsChanges() throws IOException {
        YamlMappings mappings = new YamlMappings(folder);
        assertThat(mappings.find("crm")).isEmpty();

        write("{ to: person.age }");
        String first = mappings.find("crm").orElseThrow().version();
        write("{ to: person.age, max: 120 }");

        assertThat(mappings.find("crm").orElseThrow().version()).isNotEqualTo(first);
    }

    @Test
    void neverLeavesItsFolders() throws IOException {
        write("{ to: person.age }");

        assertThat(new YamlMappings(folder).find("../" + folder.getFileName() + "/crm")).isEmpty();
        assertThat(new YamlMappings(null).find("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { to: person.agee }                                   | A customer has no field 'person.agee'
            { to: segment }                                       | 'segment' is not filled by a mapping
            { to: person }                                        | 'person' is not a single value
            { to: company.sites }                                 | 'company.sites' is not a single value
            { to: person.gender, values: { M: MAN } }             | is not one of [FEMALE, MALE, OTHER]
            { to: person.gender, min: 1 }                         | min, max and plus are for numbers only
            { to: person.age, as: months-ago }                    | person.age is not a date
            { to: customerSince, as: weeks-ago }                  | 'as' is months-ago or left out
            { to: person.gender, category: TV, services: {} }     | either 'to', or 'category' and 'services'
            { tou: person.age }                                   | line 5: Unrecognized field "tou"
            [ { to: customerSince }, { to: customerSince } ]      | 'customerSince' is filled twice
            """)
    void saysWhatToChangeInABrokenMapping(String use, String reason) throws IOException {
        write(use);

        assertThatThrownBy(() -> new YamlMappings(folder).find("crm"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("The mapping crm cannot be used")
                .hasMessageContaining(reason);
    }

    private void write(String use) throws IOException {
        Files.writeString(
                folder.resolve("crm.yaml"),
                """
                market: B2C
                customer: id
                files:
                  crm.csv: { columns: { x:
                    %s } }
                """
                        .formatted(use));
    }
}
