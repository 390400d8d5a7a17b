package io.crosswise.learning.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingSet;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @Test
    void leavesOutColumnsThatNeverChangeAndTheOnlyDay() {
        Rows rows = new Rows();
        rows.add(SyntheticHistory.customer(1), DAY, Map.of("age", 40.0, "nps", 10.0), 1);
        rows.add(SyntheticHistory.customer(2), DAY, Map.of("age", 50.0, "nps", 10.0), 0);
        TrainingSet set = rows.toSet("propensity-tv", Objective.PROBABILITY, "ab12");
        assertThat(set.features()).containsExactly("age");
        assertThat(set.days()).isNull();
        assertThat(set.treated()).isNull();
        assertThat(set.groups()).containsExactly(0, 1);
    }

    @Test
    void keepsWholeCustomersWhenThereAreTooManyRows() {
        Rows rows = new Rows(1_000);
        for (int i = 0; i < 10_000; i++) {
            rows.add(SyntheticHistory.customer(i / 4), DAY, Map.of("age", (double) i), i % 2);
        }
        assertThat(rows.size()).isBetween(300, 1_000);
        int[] groups = rows.toSet("propensity-tv", Objective.PROBABILITY, "ab12").groups();
        for (int i = 0; i < groups.length; i += 4) {
            assertThat(groups[i + 3]).isEqualTo(groups[i]);
        }
    }

    @Test
    void cutsReportsBySegmentAgeAndGender() {
        assertThat(Slices.of(Map.of("age", 33.0, "gender_female", 1.0, "arpu_percentile", 0.9)))
                .containsExactly("30 to 44", "female", "B2C_HIGH_VALUE");
        assertThat(Slices.of(Map.of("market_ebu", 1.0, "employees", 20.0, "employee_growth", 0.1)))
                .containsExactly(null, null, "EBU_SME");
        assertThat(Slices.of(Map.of("tenure_months", 30.0, "nps", 50.0, "usage_stability", 0.9)))
                .containsExactly(null, null, "B2C_LOYALTY");
    }
}
