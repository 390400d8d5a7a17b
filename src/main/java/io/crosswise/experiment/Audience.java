package io.crosswise.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.Market;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Collections;
import java.util.Set;

/**
 * Whose decisions an experiment touches; null and empty sets mean all.
 *
 * @param segments as assigned in the decision
 * @param triggerTypes whose decisions count
 * @param categories of which the offer adds at least one; for hold-outs of a programme
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Audience(Market market, Set<Segment> segments, Set<String> triggerTypes, Set<ServiceCategory> categories)
        implements Serializable {
    public static final Audience ALL = new Audience(null, Set.of(), Set.of(), Set.of());

    public Audience {
        segments = segments == null ? Set.of() : Set.copyOf(segments);
        triggerTypes = triggerTypes == null ? Set.of() : Set.copyOf(triggerTypes);
        categories = categories == null ? Set.of() : Set.copyOf(categories);
    }

    public boolean listensTo(Market asked, String triggerType) {
        return (market == null || market == asked) && (triggerTypes.isEmpty() || triggerTypes.contains(triggerType));
    }

    /** Whether one decision could belong to both. */
    public boolean overlaps(Audience other) {
        boolean sameMarket = market == null || other.market == null || market == other.market;
        return sameMarket && meet(segments, other.segments) && meet(triggerTypes, other.triggerTypes);
    }

    private static boolean meet(Set<?> one, Set<?> other) {
        return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
    }
}
