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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroundTruthTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final GroundTruth TRUTH = new GroundTruth(DemoMarket.SEED, parameters(file()));
    private static final Offer TV = catalogue().offer("O-TV-ESSENTIAL").orElseThrow();
    private static final Map<CustomerId, CustomerProfile> PROFILES = DemoMarket.standard(TODAY).customers().stream()
            .map(CustomerRecord::profile)
            .collect(Collectors.toMap(CustomerProfile::id, it -> it, (one, other) -> one, LinkedHashMap::new));
    private static final List<CustomerProfile> CONSUMERS = PROFILES.values().stream()
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
        List<Answers> answers = IntStream.range(0, 20_000)
                .mapToObj(i -> TRUTH.answers(new CustomerId("C-" + i), TV, "spring", chances))
                .toList();

        assertThat(answers.stream().filter(Answers::ifOffered).count() / 20_000.0)
                .isCloseTo(0.3, within(0.01));
        assertThat(answers.stream().filter(Answers::ifNotOffered).count() / 20_000.0)
                .isCloseTo(0.1, within(0.01));
        assertThat(answers).noneMatch(it -> it.ifNotOffered() && !it.ifOffered());
    }

    @Test
    void companiesOfAGroupBuyAlike() {
        List<CustomerProfile> members = PROFILES.values().stream()
                .filter(it -> it.company() != null && it.company().parent() != null)
                .sorted(Comparator.comparing(it -> it.id().value()))
                .toList();
        List<Offer> offers = Stream.of("O-PRO-BACKUP", "O-PRO-FIREWALL", "O-IOT-START", "O-PRO-LINES-5")
                .map(code -> catalogue().offer(code).orElseThrow())
                .toList();
        double alike = 0;
        double strangers = 0;
        for (Offer offer : offers) {
            List<Double> own = members.stream().map(it -> wish(it, offer)).toList();
            List<Double> parents = members.stream()
                    .map(it -> wish(PROFILES.get(it.company().parent()), offer))
                    .collect(Collectors.toCollection(ArrayList::new));
            alike += correlation(own, parents) / offers.size();
            Collections.rotate(parents, 17);
            strangers += correlation(own, parents) / offers.size();
        }

        assertThat(alike).isGreaterThan(0.15);
        assertThat(strangers).isBetween(-0.1, 0.1);
    }

    @Test
    void somethingHappensInAMonthAsTheSurvivalCurveSays() {
        Probability yearly = new Probability(1 - Math.pow(0.9, 12));
        Map<Integer, Long> months = IntStream.range(0, 20_000)
                .mapToObj(i -> TRUTH.monthOf("leave", "C-" + i, yearly, 1, 0, 1))
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));

        assertThat(months).containsOnlyKeys(0, 1, 3);
        assertThat(months.get(1) / 20_000.0).isCloseTo(0.1, within(0.01));
        assertThat(months.get(3) / 20_000.0).isCloseTo(0.09, within(0.01));
    }

    @Test
    void aLockInSlowsLeavingAndItsEndHastensIt() {
        CustomerProfile locked = CONSUMERS.stream()
                .filter(it -> it.promotion() == null
                        && it.holdings().size() == 1
                        && it.holdings().get(0).commitmentEnd() != null
                        && it.holdings().get(0).commitmentEnd().isAfter(TODAY))
                .findFirst()
                .orElseThrow();
        LocalDate end = locked.holdings().get(0).commitmentEnd();
        CustomerTruth mind = TRUTH.of(locked, TODAY);

        assertThat(mind.paceOfLeaving(end.minusMonths(2), end.minusMonths(1))).isEqualTo(0.4);
        assertThat(mind.paceOfLeaving(end.minusMonths(1), end)).isEqualTo(2.5);
        assertThat(mind.paceOfLeaving(end, end.plusMonths(1))).isEqualTo(1);
        assertThat(mind.paceOfDropping(locked.holdings().get(0).category(), end.minusMonths(1), end)).isEqualTo(2.5);
        assertThat(mind.paceOfDropping(ServiceCategory.IOT_M2M, end.minusMonths(1), end)).isEqualTo(1);
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

    private static double wish(CustomerProfile company, Offer offer) {
        double chance = TRUTH.of(company, TODAY)
                .chances(offer, Money.ZERO, ChannelCode.EMAIL)
                .ifNotOffered()
                .value();
        return Math.log(chance / (1 - chance));
    }

    private static double correlation(List<Double> x, List<Double> y) {
        double meanX = x.stream().mapToDouble(it -> it).average().orElseThrow();
        double meanY = y.stream().mapToDouble(it -> it).average().orElseThrow();
        double together = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.size(); i++) {
            together += (x.get(i) - meanX) * (y.get(i) - meanY);
            squaresX += (x.get(i) - meanX) * (x.get(i) - meanX);
            squaresY += (y.get(i) - meanY) * (y.get(i) - meanY);
        }
        return together / Math.sqrt(squaresX * squaresY);
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
