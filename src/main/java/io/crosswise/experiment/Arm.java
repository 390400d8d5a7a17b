package io.crosswise.experiment;

import java.io.Serializable;

/** One of the ways an experiment treats customers. @param share of the experiment's customers, (0,1) */
public record Arm(String name, double share, Treatment treatment) implements Serializable {
    public Arm {
        treatment = treatment == null ? Treatment.NONE : treatment;
    }
}
