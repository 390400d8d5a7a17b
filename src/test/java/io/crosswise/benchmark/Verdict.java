package io.crosswise.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the run counts: every contender decided the same for every customer, and at least half of the triggers ended in an offer. */
record Verdict(List<String> objections) {
    private static final double LEAST_OFFERS = 0.5;
    private static final int SHOWN = 5;

    static Verdict on(Map<Contender, Result> results) {
        Map<String, String> expected = results.get(Contender.STOCK).digests();
        List<String> objections = new ArrayList<>();
        results.forEach((contender, result) -> {
            if (!result.digests().keySet().equals(expected.keySet())) {
                objections.add("%s decided %d triggers, %s decided %d"
                        .formatted(Contender.STOCK.title(), expected.size(), contender.title(), result.digests().size()));
            }
            expected.forEach((customer, digest) -> {
                String other = result.digests().get(customer);
                if (other != null && !Digests.agree(digest, other)) {
                    objections.add("%s:\n  %s: %s\n  %s: %s"
                            .formatted(customer, Contender.STOCK.title(), digest, contender.title(), other));
                }
            });
        });
        double offers = Digests.shareOfOffers(expected);
        if (offers < LEAST_OFFERS) {
            objections.add("Only %.0f %% of the triggers ended in an offer".formatted(100 * offers));
        }
        return new Verdict(objections);
    }

    boolean isVoid() {
        return !objections.isEmpty();
    }

    String text() {
        return "The run is void, %d objections:\n%s"
                .formatted(objections.size(), String.join("\n", objections.subList(0, Math.min(SHOWN, objections.size()))));
    }
}
