package io.crosswise.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.attribution.AttributeSale.Credit;
import io.crosswise.attribution.Sale.PathTouch;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AttributeSaleTest {
    private static final Instant SOLD = Instant.parse("2026-11-21T09:30:00Z");

    private final AttributeSale attributeSale = new AttributeSale(AttributionSettings.DEFAULTS);

    @Test
    void givesAllToTheFirstOrTheLast() {
        Sale sale = sold(touch(21), touch(14), touch(0));

        assertThat(shares(sale, AttributionModel.FIRST)).containsExactly(1.0, 0.0, 0.0);
        assertThat(shares(sale, AttributionModel.LAST)).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void sharesEquallyOrByAge() {
        Sale sale = sold(touch(14), touch(7), touch(0));

        assertThat(shares(sale, AttributionModel.LINEAR)).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
        assertThat(shares(sale, AttributionModel.TIME_DECAY)).containsExactly(1 / 7.0, 2 / 7.0, 4 / 7.0);
    }

    @Test
    void countsTouchesOfNinetyDays() {
        assertThat(shares(sold(touch(91), touch(90)), AttributionModel.FIRST)).containsExactly(1.0);
    }

    @Test
    void alwaysCountsTheOfferThatWasAccepted() {
        PathTouch afterTheSale = new PathTouch(SOLD.plusSeconds(60), true, "EMAIL", "O", "S", "T");
        PathTouch longAgo = new PathTouch(SOLD.minus(Duration.ofDays(200)), true, "EMAIL", "O", "S", "T");

        assertThat(shares(sold(afterTheSale), AttributionModel.TIME_DECAY)).containsExactly(1.0);
        assertThat(shares(sold(longAgo), AttributionModel.LAST)).containsExactly(1.0);
    }

    @Test
    void givesNothingWithoutTouches() {
        for (AttributionModel model : AttributionModel.values()) {
            assertThat(attributeSale.attribute(sold(), model)).isEmpty();
        }
    }

    @Property
    void sharesSumToOneUnderEveryModel(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 90) Integer> daysAgo, @ForAll AttributionModel model) {
        Sale sale = sold(daysAgo.stream()
                .sorted(Comparator.reverseOrder())
                .map(AttributeSaleTest::touch)
                .toArray(PathTouch[]::new));

        List<Double> shares = shares(sale, model);

        assertThat(shares).hasSameSizeAs(daysAgo).allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        assertThat(shares.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-9));
    }

    @Property
    void timeDecayNeverGivesAnOlderTouchMore(@ForAll @Size(min = 2, max = 40) List<@IntRange(max = 90) Integer> daysAgo) {
        Sale sale = sold(daysAgo.stream()
                .sorted(Comparator.reverseOrder())
                .map(AttributeSaleTest::touch)
                .toArray(PathTouch[]::new));

        assertThat(shares(sale, AttributionModel.TIME_DECAY)).isSorted();
    }

    @Test
    void surviveTheShortestHalfLife() {
        AttributeSale impatient = new AttributeSale(new AttributionSettings(null, Duration.ofSeconds(1)));

        assertThat(impatient.attribute(sold(touch(90), touch(80)), AttributionModel.TIME_DECAY))
                .extracting(Credit::share)
                .containsExactly(0.0, 1.0);
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new AttributionSettings(Duration.ofDays(366), null)).hasMessageContaining("window");
        assertThatThrownBy(() -> new AttributionSettings(null, Duration.ZERO)).hasMessageContaining("half-life");
    }

    private List<Double> shares(Sale sale, AttributionModel model) {
        return attributeSale.attribute(sale, model).stream().map(Credit::share).toList();
    }

    private static PathTouch touch(int daysAgo) {
        return new PathTouch(SOLD.minus(Duration.ofDays(daysAgo)), false, "EMAIL", "O-FIBRE", "B2C_LOYALTY", "promotion-end");
    }

    private static Sale sold(PathTouch... touches) {
        return new Sale(new DecisionId("D-1"), SOLD, Money.euros("420"), List.of(touches));
    }
}
