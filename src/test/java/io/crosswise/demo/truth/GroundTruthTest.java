package io.crosswise.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.json.CatalogueReader;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.demo.DemoMarket;
import io.crosswise.demo.truth.GroundTruth.Answers;
import io.crosswise.demo.truth.GroundTruth.Chances;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroundTruthTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final GroundTruth TRUTH = new GroundTruth(DemoMarket.SEED, parameters(file()));
    private static final Offer TV = catalogue().offer("O-TV-ESSENTIAL").orElseThrow();
    private static final List<CustomerProfile> CONSUMERS = DemoMarket.standard(TODAY).customers().stream()
            .map(CustomerRecord::profile)
            .filter(it -> it.market() == Market.B2C)
            .toList();

    @Test
    void answersTheSameWheneverAsked() {
        CustomerProfile somebody = CONSUMERS.get(7);

        assertThat(chances(somebody, ChannelCode.EMAIL)).isEqualTo(chances(somebody, ChannelCode.EMAIL));
        assertThat(new GroundTruth(1, parameters(file()))
                        .of(somebody, TODAY)
                        .chances(TV, Money.ZERO, ChannelCode.EMAIL))
                .isNotEqualTo(chances(somebody, ChannelCode.EMAIL));
    }

    @Test
    void allFourDispositionsExistAndActAsNamed() {
        Map<Disposition, List<CustomerProfile>> by = CONSUMERS.stream()
                .collect(Collectors.groupingBy(it -> TRUTH.of(it, TODAY).disposition(ServiceCategory.TV)));

        assertThat(by).hasSize(4).allSatisfy((disposition, customers) -> assertThat(customers)
                .hasSizeGreaterThan(200));
        assertThat(by.get(Disposition.PERSUADABLE)).allMatch(it -> uplift(it) > 0);
        assertThat(by.get(Disposition.SLEEPING_DOG)).allMatch(it -> uplift(it) < 0);
        assertThat(by.get(Disposition.LOST_CAUSE)).allMatch(it -> Math.abs(uplift(it)) < 1e-9);
        assertThat(by.get(Disposition.SURE_THING).stream()
                        .mapToDouble(it ->
                                chances(it, ChannelCode.EMAIL).ifNotOffered().value())
                        .average()
                        .orElseThrow())
                .isGreaterThan(3
                        * by.get(Disposition.LOST_CAUSE).stream()
                                .mapToDouble(it -> chances(it, ChannelCode.EMAIL)
                                        .ifNotOffered()
                                        .value())
                                .average()
                                .orElseThrow());
    }

    @Test
    void aDiscountNeverMakesAnOfferLessWelcome() {
        assertThat(CONSUMERS).allSatisfy(it -> {
            CustomerTruth mind = TRUTH.of(it, TODAY);
            Chances dear = mind.chances(TV, Money.ZERO, ChannelCode.EMAIL);
            Chances cheap = mind.chances(TV, Money.euros(3), ChannelCode.EMAIL);
            assertThat(cheap.ifOffered()).isGreaterThanOrEqualTo(dear.ifOffered());
            assertThat(cheap.ifNotOffered()).isEqualTo(dear.ifNotOffered());
        });
    }

    @Test
    void theChannelMattersOnlyWhenSomethingIsOffered() {
        assertThat(CONSUMERS)
                .extracting(it -> chances(it, ChannelCode.SMS).ifNotOffered())
                .isEqualTo(CONSUMERS.stream()
                        .map(it -> chances(it, ChannelCode.CALL_CENTRE).ifNotOffered())
                        .toList());
        assertThat(CONSUMERS)
                .filteredOn(it -> !chances(it, ChannelCode.SMS)
                        .ifOffered()
                        .equals(chances(it, ChannelCode.CALL_CENTRE).ifOffered()))
                .isNotEmpty();
    }

    @Test
    void drawsFollowTheirChancesAndDifferOnlyWhereTheOfferMakesTheDifference() {
        Chances chances = new Chances(new Probability(0.3), new Probability(0.1));
        List<Answers> answers = java.util.stream.IntStream.range(0, 20_000)
                .mapToObj(i -> TRUTH.answers(new CustomerId("C-" + i), TV, "spring", chances))
                .toList();

        assertThat(answers.stream().filter(Answers::ifOffered).count() / 20_000.0)
                .isCloseTo(0.3, within(0.01));
        assertThat(answers.stream().filter(Answers::ifNotOffered).count() / 20_000.0)
                .isCloseTo(0.1, within(0.01));
        assertThat(answers).noneMatch(it -> it.ifNotOffered() && !it.ifOffered());
    }

    @Test
    void everyParameterNamesItsSource() {
        assertThat(file().lines().filter(line -> line.matches("[^#]*: *-?[0-9.]+.*")))
                .hasSizeGreaterThan(80)
                .allMatch(line -> line.matches(".*# (assumption|calibrated|mission).*"));
    }

    @Test
    void anIncompleteOrMisspeltFileIsRefused() {
        assertThatThrownBy(() -> read(file().replace("  SMS:", "  FAX:")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("FAX");
        assertThatThrownBy(() -> read(file().replaceFirst("(?s)  SURE_THING:.*?  LOST_CAUSE:", "  LOST_CAUSE:")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SURE_THING");
        assertThatThrownBy(() -> read(file().replace("tasteSpread:", "tasteSpred:")))
                .isInstanceOf(IOException.class);
    }

    private static Chances chances(CustomerProfile profile, ChannelCode channel) {
        return TRUTH.of(profile, TODAY).chances(TV, Money.ZERO, channel);
    }

    private static double uplift(CustomerProfile profile) {
        Chances chances = chances(profile, ChannelCode.EMAIL);
        return chances.ifOffered().value() - chances.ifNotOffered().value();
    }

    private static TruthParameters parameters(String yaml) {
        try {
            return read(yaml);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TruthParameters read(String yaml) throws IOException {
        return TruthParameters.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String file() {
        try (InputStream file = GroundTruthTest.class.getResourceAsStream("/demo/truth.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Catalogue catalogue() {
        try (InputStream file = GroundTruthTest.class.getResourceAsStream("/demo/catalogue.yaml")) {
            return new CatalogueReader().read(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
