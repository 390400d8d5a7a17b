package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.ModelCompiler.Prediction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Model;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.ResultFeature;

/** The output fields of a model that are numbers which can be compiled. */
final class Outputs {
    private Outputs() {}

    static Map<String, Formula> of(Model model, Prediction prediction) {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        if (model.getOutput() != null && model.getOutput().hasOutputFields()) {
            for (OutputField field : model.getOutput().getOutputFields()) {
                Formula formula = formula(field, prediction);
                if (formula != null) {
                    formulas.put(field.requireName(), field.getDataType() == DataType.FLOAT ? new Rounded(formula) : formula);
                }
            }
        }
        return formulas;
    }

    private static Formula formula(OutputField field, Prediction prediction) {
        DataType type = field.getDataType();
        if (type != null && type != DataType.FLOAT && type != DataType.DOUBLE) {
            return null;
        }
        if (field.getResultFeature() == ResultFeature.PROBABILITY) {
            return field.getValue() == null ? null : prediction.probabilities().get(String.valueOf(field.getValue()));
        }
        return field.getResultFeature() == ResultFeature.PREDICTED_VALUE ? prediction.value() : null;
    }
}
