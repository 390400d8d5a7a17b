package io.crosswise.explanation;

import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.explanation.FindCounterfactuals.Counterfactual;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what was found for the decisions asked about last, whatever the language, and lets only a few searches run at a time: each
 * decides dozens of times over. Nothing is kept for long, since a table deployed meanwhile can change the answer, and since people
 * are forgotten.
 */
class KeepCounterfactuals {
    static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST = 500;

    private record Kept(Instant at, Map<String, Counterfactual> found) {}

    private final FindCounterfactuals find;
    private final Clock clock;
    private final Duration longestWait;
    private final Semaphore places;
    private final Map<DecisionId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<DecisionId, Kept> eldest) {
            return size() > MOST;
        }
    };

    KeepCounterfactuals(FindCounterfactuals find, ExplanationSettings settings, Clock clock) {
        this.find = find;
        this.clock = clock;
        this.longestWait = settings.longestWait();
        this.places = new Semaphore(settings.threads(), true);
    }

    /**
     * By code of the offer, as {@link FindCounterfactuals} finds them.
     *
     * @throws TooManyExplanations when no place becomes free in time
     */
    Map<String, Counterfactual> of(Decision decision, DecisionInput input) {
        Optional<Map<String, Counterfactual>> known = known(decision.decisionId());
        if (known.isPresent()) {
            return known.get();
        }
        takePlace();
        try {
            return known(decision.decisionId()).orElseGet(() -> keep(decision.decisionId(), find.find(decision, input)));
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyExplanations();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyExplanations();
        }
    }

    private synchronized Optional<Map<String, Counterfactual>> known(DecisionId id) {
        Instant oldest = clock.instant().minus(FRESH);
        kept.values().removeIf(entry -> entry.at().isBefore(oldest));
        return Optional.ofNullable(kept.get(id)).map(Kept::found);
    }

    private synchronized Map<String, Counterfactual> keep(DecisionId id, Map<String, Counterfactual> found) {
        kept.put(id, new Kept(clock.instant(), found));
        return found;
    }
}
