package io.crosswise.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Adds up what rules and levers cost. */
public interface ReportOpportunityCosts {
    /** What the costs are grouped by. */
    enum By {
        /** Rows of policy tables, rules and limits: what each cost alone. */
        RULE,
        /** Rows of {@code levers.dmn}, "maybe later" and exploration: what each cost alone. */
        LEVER,
        /** The offer given up. */
        OFFER,
        /** The customer's segment. */
        SEGMENT;

        /** As it is written in a query. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<By> named(String slug) {
            return Arrays.stream(values()).filter(by -> by.slug().equals(slug)).findFirst();
        }
    }

    /** @param from inclusive, null is all time @param to exclusive, null is up to now */
    OpportunityCosts report(By by, Instant from, Instant to);
}
