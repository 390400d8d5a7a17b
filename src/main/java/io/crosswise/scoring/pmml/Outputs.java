package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.ModelCompiler.Prediction;
import java.util.Map;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Model;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.ResultFeature;

/** Declares the output fields of a model that are numbers which can be compiled; others are left to JPMML. */
final class Outputs {
    private final ExpressionCompiler expressions;
    private final Map<String, Formula> declared;

    Outputs(ExpressionCompiler expressions, Map<String, Formula> declared) {
        this.expressions = expressions;
        this.declared = declared;
    }

    void declare(Model model, Prediction prediction) {
        if (model.getOutput() != null && model.getOutput().hasOutputFields()) {
            for (OutputField field : model.getOutput().getOutputFields()) {
                Formula formula = formula(field, prediction);
                if (formula != null) {
                    declared.put(field.requireName(), field.getDataType() == DataType.FLOAT ? new Rounded(formula) : formula);
                }
            }
        }
    }

    private Formula formula(OutputField field, Prediction prediction) {
        DataType type = field.getDataType();
        boolean wholeNumber = type == DataType.INTEGER && !prediction.distances().isEmpty();
        if (type != null && type != DataType.FLOAT && type != DataType.DOUBLE && !wholeNumber) {
            return null;
        }
        ResultFeature feature = field.getResultFeature();
        return switch (feature) {
            case PROBABILITY -> of(prediction.probabilities(), field.getValue());
            case AFFINITY -> of(prediction.distances(), field.getValue());
            case PREDICTED_VALUE -> prediction.value();
            case TRANSFORMED_VALUE -> expressions.compile(field.requireExpression());
            default -> null;
        };
    }

    private static Formula of(Map<String, Formula> formulas, Object value) {
        return value == null ? null : formulas.get(String.valueOf(value));
    }
}
