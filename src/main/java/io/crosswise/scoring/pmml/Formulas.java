package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.Formula.Additive;
import java.util.ArrayList;
import java.util.List;

/** Looks into formulas. */
final class Formulas {
    private Formulas() {}

    /** The sum behind a formula when it is nothing but a sum, rounded perhaps; else null. */
    static Additive additive(Formula formula) {
        if (formula instanceof Rounded rounded) {
            return additive(rounded.of());
        }
        if (formula instanceof LinearSum sum) {
            return sum.additive() ? sum : null;
        }
        return formula instanceof TreeSum trees ? trees : null;
    }

    static boolean hasTrees(Formula formula) {
        return !treesIn(formula).isEmpty();
    }

    static List<FlatTrees> treesIn(Formula formula) {
        List<FlatTrees> trees = new ArrayList<>();
        collect(formula, trees);
        return trees;
    }

    private static void collect(Formula formula, List<FlatTrees> trees) {
        if (formula instanceof TreeSum sum) {
            trees.add(sum.trees());
        } else if (formula instanceof LinearSum sum) {
            sum.parts().forEach(part -> collect(part, trees));
        } else if (formula instanceof Link link) {
            collect(link.of(), trees);
        } else if (formula instanceof Rounded rounded) {
            collect(rounded.of(), trees);
        }
    }
}
