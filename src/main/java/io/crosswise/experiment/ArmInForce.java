package io.crosswise.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Set;

/**
 * The arm a customer is in while a decision is made; part of what the decision's first step read.
 *
 * @param segments whose decisions it touches, empty all
 * @param categories one of which the offer must add, empty any
 * @param offers that any arm of the experiment names, empty where it is about every offer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ArmInForce(
        String experiment,
        int version,
        Kind kind,
        String arm,
        int bucket,
        String unit,
        Treatment treatment,
        Set<Segment> segments,
        Set<ServiceCategory> categories,
        Set<String> offers)
        implements Serializable {

    public ArmInForce {
        treatment = treatment == null ? Treatment.NONE : treatment;
        segments = segments == null ? Set.of() : Set.copyOf(segments);
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        offers = offers == null ? Set.of() : Set.copyOf(offers);
    }

    boolean isFor(Segment segment) {
        return segments.isEmpty() || segments.contains(segment);
    }

    boolean isAbout(String offer) {
        return offers.isEmpty() || offers.contains(offer);
    }
}
