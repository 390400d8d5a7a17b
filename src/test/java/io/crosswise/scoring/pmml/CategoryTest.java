package io.crosswise.scoring.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.scoring.FeatureRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoryTest {
    private final Category contract = Category.of("contract", List.of("monthly", "one year"));

    @Test
    void aTextIsCarriedByItsIndicator() {
        assertThat(contract.value(FeatureRow.of(Map.of("contract=one year", 1.0)))).isEqualTo("one year");
        assertThat(contract.value(FeatureRow.of(Map.of("contract=one year", 0.0)))).isNull();
    }

    @Test
    void aTextThatIsNotDeclaredIsReadToo() {
        assertThat(contract.value(FeatureRow.of(Map.of("contract=weekly", 1.0)))).isEqualTo("weekly");
    }

    @Test
    void aNumberIsTheValueItReadsAs() {
        FeatureRow one = FeatureRow.of(Map.of("x", 1.0));
        assertThat(Category.of("x", List.of("0", "1")).value(one)).isEqualTo("1");
        assertThat(Category.of("x", List.of("0.0", "1.0")).value(one)).isEqualTo("1.0");
        assertThat(Category.of("x", List.of("true", "false")).value(one)).isEqualTo("true");
    }

    @Test
    void aRowThatAddsATextIsReadAnew() {
        Slots slots = new Slots();
        int place = slots.place(Slot.category(contract, true, null));
        FeatureRow row = FeatureRow.of(Map.of("age", 40.0));
        assertThat(FlatRow.of(row, slots, 1)[place]).isNaN();
        assertThat(FlatRow.of(row.with("contract=one year", 1), slots, 1)[place]).isEqualTo(1);
        assertThat(FlatRow.of(row.with("contract=weekly", 1), slots, 1)[place]).isEqualTo(2);
    }
}
