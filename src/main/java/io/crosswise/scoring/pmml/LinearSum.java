package io.crosswise.scoring.pmml;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A weighted sum of numbers, categories and other formulas, as a PMML regression table adds it. */
final class LinearSum implements Formula.Additive {
    /** One summand: the coefficient times the number of a slot, or of a formula, or times 1 when the slot holds the category. */
    record Term(double coefficient, int slot, double category, Formula part) {
        static Term number(int slot, double coefficient) {
            return new Term(coefficient, slot, Double.NaN, null);
        }

        static Term category(int slot, double category, double coefficient) {
            return new Term(coefficient, slot, category, null);
        }

        static Term part(Formula part, double coefficient) {
            return new Term(coefficient, -1, Double.NaN, part);
        }

        double value(double[] row) {
            if (part != null) {
                return part.value(row);
            }
            return Double.isNaN(category) ? row[slot] : row[slot] == category ? 1 : 0;
        }

        double exact(double[] row) {
            return part == null ? value(row) : Formulas.additive(part).exact(row);
        }
    }

    private final Term[] terms;
    private final double intercept;
    private final boolean floats;

    /** @param floats whether the file asks for 32-bit arithmetic */
    LinearSum(List<Term> terms, double intercept, boolean floats) {
        this.terms = terms.toArray(Term[]::new);
        this.intercept = intercept;
        this.floats = floats;
    }

    /** Whether every part is a sum itself. */
    boolean additive() {
        return parts().stream().allMatch(part -> Formulas.additive(part) != null);
    }

    /** The formulas among its summands. */
    List<Formula> parts() {
        return Arrays.stream(terms).map(Term::part).filter(Objects::nonNull).toList();
    }

    @Override
    public double value(double[] row) {
        if (floats) {
            float sum = 0;
            for (Term term : terms) {
                sum += (float) term.coefficient() * (float) term.value(row);
            }
            return sum + (float) intercept;
        }
        double sum = 0;
        for (Term term : terms) {
            sum += term.coefficient() * term.value(row);
        }
        return sum + intercept;
    }

    @Override
    public double exact(double[] row) {
        double sum = intercept;
        for (Term term : terms) {
            sum += term.coefficient() * term.exact(row);
        }
        return sum;
    }

    @Override
    public void share(double[] row, double[] background, double weight, Shares shares) {
        for (Term term : terms) {
            double scale = weight * term.coefficient();
            if (term.part() != null) {
                Formulas.additive(term.part()).share(row, background, scale, shares);
            } else {
                shares.add(term.slot(), scale * (term.value(row) - term.value(background)));
            }
        }
    }
}
