package io.crosswise.policy.schedule;

import io.crosswise.policy.LearnSubstitutions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Learns substitution anew on the first of every month ({@code crosswise.policy.learn-substitutions}, {@code -} for never), after the
 * night's snapshots. Several instances learn the same and publish it once.
 */
@Component
class MonthlySubstitutions {
    private final LearnSubstitutions learnSubstitutions;

    MonthlySubstitutions(LearnSubstitutions learnSubstitutions) {
        this.learnSubstitutions = learnSubstitutions;
    }

    @Scheduled(cron = "${crosswise.policy.learn-substitutions:0 0 4 1 * *}")
    void learn() {
        learnSubstitutions.learn();
    }
}
