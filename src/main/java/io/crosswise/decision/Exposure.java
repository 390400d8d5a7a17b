package io.crosswise.decision;

import java.io.Serializable;

/**
 * How much is known of an offer from its own contacts.
 *
 * @param presented customers who had it before their eyes, counted up to the number at which it stops being new
 * @param answered of those, bought or let it pass; who may still answer is no refusal
 * @param accepted of those who answered
 * @param exploredToday times exploration chose it since the start of the day (UTC)
 * @param explored times it ever did
 */
public record Exposure(int presented, int answered, int accepted, int exploredToday, int explored) implements Serializable {
    /** Whether it is still new and exploration may choose it once more. */
    boolean mayBeExplored(ExplorationSettings settings) {
        return presented < settings.newBelow() && exploredToday < settings.perDay() && explored < settings.inTotal();
    }
}
