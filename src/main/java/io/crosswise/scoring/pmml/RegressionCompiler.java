package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.LinearSum.Term;
import io.crosswise.scoring.pmml.ModelCompiler.Prediction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.regression.CategoricalPredictor;
import org.dmg.pmml.regression.NumericPredictor;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.regression.RegressionModel.NormalizationMethod;
import org.dmg.pmml.regression.RegressionTable;

/** Turns a regression table into a sum, and its normalization into a link. */
final class RegressionCompiler {
    private final Fields fields;
    private final Map<String, Formula> declared;

    /** @param declared what earlier models of a chain answer */
    RegressionCompiler(Fields fields, Map<String, Formula> declared) {
        this.fields = fields;
        this.declared = declared;
    }

    Prediction compile(RegressionModel model) {
        List<RegressionTable> tables = model.requireRegressionTables();
        boolean floats = ModelCompiler.floats(model);
        NormalizationMethod method = model.getNormalizationMethod();
        Formula sum = sum(tables.get(0), floats);
        if (model.requireMiningFunction() == MiningFunction.REGRESSION) {
            return Prediction.of(switch (method) {
                case NONE -> sum;
                case LOGIT, SOFTMAX -> new Link(Link.Kind.LOGIT, sum, floats);
                case EXP -> new Link(Link.Kind.EXP, sum, floats);
                default -> throw new NotCompilable("its normalization is " + method.value());
            });
        }
        boolean logistic = method == NormalizationMethod.LOGIT || method == NormalizationMethod.SOFTMAX;
        NotCompilable.unless(
                logistic && tables.size() == 2 && isNothing(tables.get(1)), "it is no logistic regression of two categories");
        Formula first = new Link(Link.Kind.LOGIT, sum, floats);
        Map<String, Formula> probabilities = new HashMap<>();
        probabilities.put(String.valueOf(tables.get(0).requireTargetCategory()), first);
        probabilities.put(
                String.valueOf(tables.get(1).requireTargetCategory()), new Link(Link.Kind.RESIDUAL, first, floats));
        return Prediction.of(probabilities);
    }

    private static boolean isNothing(RegressionTable table) {
        return !table.hasNumericPredictors()
                && !table.hasCategoricalPredictors()
                && !table.hasPredictorTerms()
                && table.requireIntercept().doubleValue() == 0;
    }

    private Formula sum(RegressionTable table, boolean floats) {
        NotCompilable.unless(!table.hasPredictorTerms(), "it has terms of several factors");
        List<Term> terms = new ArrayList<>();
        for (NumericPredictor predictor : table.getNumericPredictors()) {
            NotCompilable.unless(predictor.getExponent() == 1, "it has powers");
            terms.add(term(predictor.requireField(), predictor.requireCoefficient().doubleValue()));
        }
        for (CategoricalPredictor predictor : table.getCategoricalPredictors()) {
            String field = predictor.requireField();
            NotCompilable.unless(fields.has(field) && !fields.isNumber(field), field + " is no category");
            terms.add(Term.category(
                    fields.place(field),
                    fields.number(field, predictor.requireValue()),
                    predictor.requireCoefficient().doubleValue()));
        }
        return new LinearSum(terms, table.requireIntercept().doubleValue(), floats);
    }

    private Term term(String field, double coefficient) {
        Formula known = declared.get(field);
        if (known != null) {
            return Term.part(known, coefficient);
        }
        NotCompilable.unless(fields.has(field) && fields.isNumber(field), field + " is no number of the input");
        return Term.number(fields.place(field), coefficient);
    }
}
