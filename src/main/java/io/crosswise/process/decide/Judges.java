package io.crosswise.process.decide;

import io.crosswise.catalog.Catalogue;
import io.crosswise.policy.LearnedSubstitutions;
import io.crosswise.policy.Rules;
import io.crosswise.scoring.ModelSet;
import java.io.Serializable;

/** What judges one decision besides its tables; taken in the first step, so that nothing of it changes while the decision is made. */
public record Judges(ModelSet models, Catalogue catalogue, Rules rules, LearnedSubstitutions substitutions) implements Serializable {}
