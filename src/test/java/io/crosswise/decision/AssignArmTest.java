package io.crosswise.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.decision.Decision.Experiment;
import io.crosswise.shared.CustomerId;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignArmTest {
    private final AssignArm assignArm = new AssignArm();

    @Test
    void aCustomerStaysInItsArm() {
        Experiment first = assignArm.assign(new CustomerId("C-000042"), holdingOut(0.05));

        assertThat(first.name()).isEqualTo("universal-holdout");
        assertThat(assignArm.assign(new CustomerId("C-000042"), holdingOut(0.05))).isEqualTo(first);
    }

    @Test
    void theShareIsHeldOut() {
        long heldOut = IntStream.range(0, 20_000).filter(i -> isHeldOut("C-" + i, 0.05)).count();

        assertThat(heldOut).isBetween(900L, 1100L);
    }

    @Test
    void nobodyOrEverybodyCanBeHeldOut() {
        assertThat(IntStream.range(0, 1000).filter(i -> isHeldOut("C-" + i, 0))).isEmpty();
        assertThat(IntStream.range(0, 1000).filter(i -> !isHeldOut("C-" + i, 1))).isEmpty();
    }

    @Test
    void whoWasHeldOutStaysHeldOutWhenTheShareGrows() {
        assertThat(IntStream.range(0, 5000).filter(i -> isHeldOut("C-" + i, 0.05) && !isHeldOut("C-" + i, 0.1))).isEmpty();
    }

    private boolean isHeldOut(String customer, double share) {
        return assignArm.assign(new CustomerId(customer), holdingOut(share)).arm().equals("HELD_OUT");
    }

    private static DecisionSettings holdingOut(double share) {
        return new DecisionSettings(24, share, Map.of(), Duration.ofDays(14), 0.2);
    }
}
