package io.crosswise.experiment;

import io.crosswise.experiment.Treatment.Action;
import java.util.Set;

/** What an experiment varies; its arms may do only what the kind names. */
public enum Kind {
    /** A share of all customers whom nobody contacts. */
    UNIVERSAL_HOLD_OUT(Action.HOLD_OUT),
    /** A share of the customers one programme would contact. */
    PROGRAMME_HOLD_OUT(Action.HOLD_OUT),
    OFFER(Action.PREFER_OFFER, Action.EXCLUDE_OFFER),
    DISCOUNT(Action.CHANGE_DISCOUNT),
    MESSAGE(Action.MESSAGE),
    CHANNEL(Action.PREFER_CHANNEL);

    private final Set<Action> actions;

    Kind(Action... actions) {
        this.actions = Set.of(actions);
    }

    public boolean mayDo(Action action) {
        return action == Action.NONE || actions.contains(action);
    }

    public boolean isHoldOut() {
        return this == UNIVERSAL_HOLD_OUT || this == PROGRAMME_HOLD_OUT;
    }
}
