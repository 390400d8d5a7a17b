package io.crosswise.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.shared.Market;
import io.crosswise.trigger.TriggerType.Field;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every field is optional; one that is present must fit. */
class TriggerTypeTest {
    private static final TriggerType TYPE = new TriggerType(
            "new-site",
            Market.EBU,
            Map.of("openedOn", Field.DATE, "rent", Field.MONEY, "employees", Field.COUNT, "city", Field.TEXT));

    @Test
    void nothingAndWhatNobodyDeclaredIsFine() {
        assertThat(TYPE.objection(Map.of())).isEmpty();
        assertThat(TYPE.objection(Map.of("colour", "blue"))).isEmpty();
        assertThat(TYPE.objection(Collections.singletonMap("city", null))).isEmpty();
    }

    @Test
    void whatFitsIsFine() {
        assertThat(TYPE.objection(Map.of("openedOn", "2026-11-21", "rent", 12.5, "employees", 3, "city", "Lille"))).isEmpty();
    }

    @Test
    void saysWhichFieldMustBeWhat() {
        assertThat(TYPE.objection(Map.of("openedOn", "21/11/2026"))).contains("data.openedOn must be a date such as 2026-11-21");
        assertThat(TYPE.objection(Map.of("rent", -0.01))).hasValueSatisfying(text -> assertThat(text).contains("data.rent"));
        assertThat(TYPE.objection(Map.of("rent", Double.NaN))).isPresent();
        assertThat(TYPE.objection(Map.of("rent", "12"))).isPresent();
        assertThat(TYPE.objection(Map.of("employees", 1.5))).isPresent();
        assertThat(TYPE.objection(Map.of("employees", 3_000_000_000L))).isPresent();
        assertThat(TYPE.objection(Map.of("city", "  "))).isPresent();
        assertThat(TYPE.objection(Map.of("city", "x".repeat(201)))).isPresent();
    }
}
