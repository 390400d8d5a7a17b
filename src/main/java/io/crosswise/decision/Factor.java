package io.crosswise.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.crosswise.shared.Reason;
import java.io.Serializable;

/** Something that raises or lowers a candidate's score beyond its net value. @param value times the score; 1 changes nothing */
public record Factor(Influence kind, double value, Reason reason) implements Serializable {
    /** The row that spoke, the reason's code where plain Java did. */
    @JsonIgnore
    public String rule() {
        return reason.rule() == null ? reason.code() : reason.rule();
    }
}
