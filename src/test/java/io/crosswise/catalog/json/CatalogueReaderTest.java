package io.crosswise.catalog.json;

import static io.crosswise.catalog.CatalogueDocuments.VALID;
import static io.crosswise.catalog.CatalogueDocuments.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.BundleKind;
import io.crosswise.catalog.Catalogues;
import io.crosswise.catalog.InvalidCatalogue;
import io.crosswise.catalog.PublishCatalogue;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {
    private static final String FLEXIBLE = """
          - {code: B-ANY, name: Any, market: B2C, groups: [{choose: 2, offers: [O-MOBILE, O-FIBRE]}], monthlyDiscount: 1}
        """;
    private static final String GROUPED = """
          - {code: B-EACH, name: Each, market: B2C, groups: [{categories: [MOBILE]}, {categories: [HBB, TV]}],
                 monthlyDiscount: 1, trialDays: 30}
        """;

    private final CatalogueReader reader = new CatalogueReader();

    @Test
    void anOfferTakesCategoryAndTierFromItsService() throws IOException {
        Catalogue.Offer fibre = reader.read(document(VALID)).offer("O-FIBRE").orElseThrow();

        assertThat(fibre.category()).isEqualTo(ServiceCategory.HBB);
        assertThat(fibre.tier()).isEqualTo(2);
        assertThat(fibre.needsFibre()).isTrue();
        assertThat(fibre.monthlyPrice()).isEqualTo(Money.euros("35.99"));
        assertThat(fibre.minEmployees()).isNull();
    }

    @Test
    void theVersionFollowsFromTheContentAndNotFromTheOrder() throws IOException {
        String swapped = swapLines(VALID, 1, 2);

        assertThat(reader.read(document(swapped)).version())
                .isEqualTo(reader.read(document(VALID)).version())
                .hasSize(64);
        assertThat(reader.read(document(VALID.replace("11.99", "12.99"))).version())
                .isNotEqualTo(reader.read(document(VALID)).version());
    }

    @Test
    void whatTheServiceAnswersAsJsonCanBeReadBack() throws IOException {
        Catalogue catalogue = reader.read(document(VALID));
        ObjectMapper json = new ObjectMapper();

        assertThat(reader.read(json.readTree(json.writeValueAsString(catalogue))))
                .isEqualTo(catalogue);
        assertThat(reader.read(document(json.writeValueAsString(catalogue)))).isEqualTo(catalogue);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service: MOBILE_20      | service: MOBILE_99                  | offer O-MOBILE sells the unknown"
                        + " service MOBILE_99",
                "monthlyPrice: 11.99     | monthlyPrice: -1                    | offer O-MOBILE has a negative"
                        + " monthlyPrice",
                "monthlyPrice: 11.99     | monthlyPrice: 11.999                | offer O-MOBILE has monthlyPrice"
                        + " \"11.999\"; it has at most two decimals",
                "monthlyPrice: 11.99     | monthlyPrice: cheap                 | offer O-MOBILE has monthlyPrice"
                        + " \"cheap\"; it is an amount in euros",
                "monthlyPrice: 11.99,    | pryce: 11.99,                       | offer O-MOBILE lacks monthlyPrice",
                "monthlyPrice: 11.99,    | pryce: 11.99, monthlyPrice: 1,      | offer O-MOBILE has the unknown field"
                        + " pryce",
                "monthlyMargin: 5.40     | monthlyMargin: 12.00                | offer O-MOBILE has a margin above its"
                        + " price",
                "maxDiscount: 3.00       | maxDiscount: 12.00                  | offer O-MOBILE has a maxDiscount"
                        + " above its price",
                "code: O-FIBRE           | code: O-MOBILE                      | offer or bundle code O-MOBILE is used"
                        + " twice",
                "code: B-HOME            | code: O-IOT                         | offer or bundle code O-IOT is used"
                        + " twice",
                "'[O-MOBILE, O-FIBRE]'   | '[O-MOBILE, O-TV]'                  | bundle B-HOME holds the unknown offer"
                        + " O-TV",
                "'[O-MOBILE, O-FIBRE]'   | '[O-MOBILE, O-IOT]'                 | bundle B-HOME is for B2C but its"
                        + " offer O-IOT is for EBU",
                "'[O-MOBILE, O-FIBRE]'   | '[O-MOBILE, O-MOBILE]'              | bundle B-HOME needs two or more"
                        + " different offers",
                "monthlyDiscount: 4.00   | monthlyDiscount: 47.98              | bundle B-HOME has a monthlyDiscount"
                        + " as large as its price",
                "minEmployees: 5         | minEmployees: 5, maxEmployees: 4    | offer O-IOT has minEmployees above"
                        + " maxEmployees",
                "needsFibre: true        | needsFibre: true, minEmployees: 5   | offer O-FIBRE is for consumers and"
                        + " cannot ask for a number of employees",
                "needsFibre: true        | needsFibre: perhaps                 | offer O-FIBRE has needsFibre"
                        + " \"perhaps\"; it is true or false",
                "needsFibre: true        | category: TV                        | offer O-FIBRE is of another category"
                        + " than its service, HBB",
                "category: HBB, tier: 2  | category: PHONE, tier: 2            | service FIBRE_500 has category"
                        + " \"PHONE\"; it is one of",
                "contractMonths: 12      | contractMonths: 1.5                 | has contractMonths \"1.5\"; it is a"
                        + " whole number from 0 to 60",
                "bundles:                | bundels:                            | the document lacks the list bundles",
            })
    void saysWhichEntryIsWrongAndWhy(String part, String spoilt, String problem) {
        assertThatThrownBy(() -> publish(VALID.replaceFirst(java.util.regex.Pattern.quote(part), spoilt)))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesTwoServicesOfOneCode() {
        String twice = "services:\n  - {code: FIBRE_500, name: Fibre, category: HBB, tier: 2}";

        assertThatThrownBy(() -> publish(VALID.replace("services:", twice)))
                .hasMessage("service code FIBRE_500 is used twice");
    }

    @Test
    void reportsEveryProblemAtOnce() {
        assertThatThrownBy(() -> publish(VALID.replace("11.99", "dear").replace("35.99", "dearer")))
                .isInstanceOfSatisfying(
                        InvalidCatalogue.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void refusesWhatIsNeitherYamlNorJson() {
        assertThatThrownBy(() -> publish("{\"services\": [")).isInstanceOf(InvalidCatalogue.class);
        assertThatThrownBy(() -> publish("")).isInstanceOf(InvalidCatalogue.class);
    }

    @Test
    void aBundleIsFixedOrLetsChooseFromOneGroupOrFromSeveral() throws IOException {
        Catalogue catalogue = publish(VALID + GROUPED + FLEXIBLE);

        assertThat(catalogue.bundle("B-HOME")).get().extracting(Bundle::kind).isEqualTo(BundleKind.FIXED);
        assertThat(catalogue.bundle("B-ANY")).get().extracting(Bundle::kind).isEqualTo(BundleKind.FLEXIBLE);
        Bundle grouped = catalogue.bundle("B-EACH").orElseThrow();
        assertThat(grouped.kind()).isEqualTo(BundleKind.GROUPED);
        assertThat(grouped.trialDays()).isEqualTo(30);
        assertThat(grouped.choices()).extracting(group -> catalogue.choices(grouped, group).get(0).code())
                .containsExactly("O-MOBILE", "O-FIBRE");
        ObjectMapper json = new ObjectMapper();
        assertThat(reader.read(json.readTree(json.writeValueAsString(catalogue)))).isEqualTo(catalogue);
    }

    @Test
    void whatAFixedBundleDoesNotHaveIsNotWritten() throws IOException {
        assertThat(CanonicalCatalogue.json(reader.read(document(VALID)))).doesNotContain("groups", "\"trialDays\":null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "choose: 2       | choose: 3                | bundle B-ANY group 1 chooses more than there is to choose from",
                "choose: 2       | choose: 1                | bundle B-ANY needs two or more parts",
                "choose: 2       | choose: 8                | bundle B-ANY group 1 has choose \"8\"; it is a whole number from 1 to 7",
                "choose: 2       | chose: 2                 | bundle B-ANY group 1 has the unknown field chose",
                "O-FIBRE]}       | O-IOT]}                  | bundle B-ANY is for B2C but its offer O-IOT is for EBU",
                "O-FIBRE]}       | O-TV]}                   | bundle B-ANY holds the unknown offer O-TV",
                "monthlyDiscount | offers: [O-MOBILE], monthlyDiscount | bundle B-ANY names offers and groups; it is fixed or chosen",
                "'{choose: 2'    | '{categories: [TV], choose: 2' | bundle B-ANY group 1 names either offers or categories",
                "'{choose: 2'    | '{categories: [RADIO], choose: 2' | bundle B-ANY group 1 has categories \"RADIO\"; it is one of",
                "Discount: 1     | Discount: 48             | a monthlyDiscount as large as the price of its cheapest parts",
                "'groups: [{'    | 'groups: [{offers: [O-MOBILE]}, {' | bundle B-ANY names the offer O-MOBILE twice",
            })
    void saysWhatIsWrongWithAChoice(String part, String spoilt, String problem) {
        assertThatThrownBy(() -> publish(VALID + FLEXIBLE.replace(part, spoilt)))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(problem);
    }

    @Test
    void theDemoCatalogueSellsEveryCategory() throws IOException {
        Catalogue demo = publish(new String(
                getClass().getResourceAsStream("/demo/catalogue.yaml").readAllBytes()));

        assertThat(demo.offers()).hasSizeBetween(18, 25);
        assertThat(demo.bundles()).hasSize(11);
        assertThat(categories(demo, Market.B2C)).isEqualTo(EnumSet.complementOf(EnumSet.of(ServiceCategory.IOT_M2M)));
        assertThat(categories(demo, Market.EBU)).isEqualTo(EnumSet.complementOf(EnumSet.of(ServiceCategory.TV)));
    }

    private Catalogue publish(String text) throws IOException {
        return new PublishCatalogue(new OnShelf()).publish(reader.read(document(text)));
    }

    private static Set<ServiceCategory> categories(Catalogue catalogue, Market market) {
        return catalogue.offers().stream()
                .filter(offer -> offer.market() == market)
                .map(Catalogue.Offer::category)
                .collect(Collectors.toSet());
    }

    private static String swapLines(String text, int first, int second) {
        String[] lines = text.split("\n");
        String kept = lines[first];
        lines[first] = lines[second];
        lines[second] = kept;
        return Arrays.stream(lines).collect(Collectors.joining("\n"));
    }

    /** Keeps what is published, as a shop window would. */
    private static final class OnShelf implements Catalogues {
        private Catalogue current;

        @Override
        public Catalogue current() {
            return current;
        }

        @Override
        public Catalogue version(String version) {
            return current;
        }

        @Override
        public Catalogue publish(Catalogue catalogue) {
            current = catalogue;
            return current;
        }
    }
}
