package io.crosswise.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private final TimeLimit limit = new TimeLimit(Duration.ofMillis(100));
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void givesBackWhatWasMade() {
        assertThat(limit.within("m", () -> "model")).isEqualTo("model");
    }

    @Test
    void interruptsWhatTakesTooLongAndSaysWhatToChange() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> limit.within("m", () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return null;
                }))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("takes longer than")
                .hasMessageContaining("fewer or smaller trees");
        interrupted.await();
    }

    @Test
    void aFileThatExhaustsTheStackIsRefusedAndNothingElseSuffers() {
        assertThatThrownBy(() -> limit.within("m", () -> deeper(1)))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("nested too deeply");
        assertThat(limit.within("m", () -> "model")).isEqualTo("model");
    }

    @Test
    void onlyAFewGoOnAtATimeWhateverBecomesOfTheirCallers() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> limit.within("m", this::deafToInterruption)).isInstanceOf(UnusableModel.class);
        }
        assertThatThrownBy(() -> limit.within("m", () -> "model"))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("send it again later");
        end.countDown();
    }

    private String deafToInterruption() {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
        return "model";
    }

    private static int deeper(int depth) {
        return 1 + deeper(depth + 1);
    }
}
