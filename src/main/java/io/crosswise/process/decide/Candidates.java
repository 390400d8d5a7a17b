package io.crosswise.process.decide;

import io.crosswise.candidate.Candidate;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The candidates as they travel from stage to stage. */
public record Candidates(List<Candidate> list) implements Serializable {

    /** The first that is allowed; after arbitration the one to offer. */
    public Optional<Candidate> winner() {
        return list.stream().filter(Candidate::isAllowed).findFirst();
    }
}
