package io.crosswise.testing;

import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.Page;
import io.crosswise.shared.TriggerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A decision log in memory. */
public final class MemoryDecisions implements Decisions {
    private final Map<DecisionId, DecisionWithState> decisions = new LinkedHashMap<>();

    private final Map<DecisionId, DecisionInput> inputs = new LinkedHashMap<>();

    public MemoryDecisions with(DecisionWithState... known) {
        for (DecisionWithState decision : known) {
            decisions.put(decision.decision().decisionId(), decision);
        }
        return this;
    }

    @Override
    public void record(Decision decision, DecisionInput input, OfferState state) {
        inputs.put(decision.decisionId(), input);
        with(new DecisionWithState(decision, state, decision.offer() == null ? null : decision.offer().discount()));
    }

    @Override
    public Optional<DecisionWithState> find(DecisionId id) {
        return Optional.ofNullable(decisions.get(id));
    }

    @Override
    public Optional<DecisionInput> input(DecisionId id) {
        return Optional.ofNullable(inputs.get(id));
    }

    @Override
    public Optional<DecisionWithState> findByTrigger(TriggerId id) {
        return matching(found -> found.decision().triggerId().equals(id)).stream().findFirst();
    }

    @Override
    public Page<DecisionWithState> list(CustomerId customer, Instant from, Instant to, int page, int size) {
        List<DecisionWithState> all = matching(found ->
                (customer == null || found.decision().customerId().equals(customer))
                        && (from == null || !found.decision().decidedAt().isBefore(from))
                        && (to == null || found.decision().decidedAt().isBefore(to)));
        return new Page<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    @Override
    public OfferHistory offerHistory(CustomerId customer) {
        return new OfferHistory(
                matching(found -> found.decision().customerId().equals(customer) && found.state().isOpen()).stream()
                        .map(found -> found.decision().decisionId())
                        .toList(),
                null,
                List.of(),
                List.of());
    }

    @Override
    public boolean moveOn(DecisionId id, List<OfferState> from, OfferState to, Instant at) {
        DecisionWithState found = decisions.get(id);
        if (found == null || !from.contains(found.state())) {
            return false;
        }
        decisions.put(id, new DecisionWithState(found.decision(), to, found.discount()));
        return true;
    }

    @Override
    public boolean stopWaiting(DecisionId id, Instant at) {
        return false;
    }

    @Override
    public void changeDiscount(DecisionId id, Money discount, String changedBy) {
        decisions.computeIfPresent(id, (same, found) -> new DecisionWithState(found.decision(), found.state(), discount));
    }

    private List<DecisionWithState> matching(Predicate<DecisionWithState> condition) {
        return decisions.values().stream().filter(condition).toList();
    }
}
