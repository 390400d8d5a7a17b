package io.crosswise.learning.xgboost;

import io.crosswise.learning.Calibration;
import io.crosswise.learning.Column;
import io.crosswise.learning.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.Model;
import org.dmg.pmml.ModelVerification;
import org.dmg.pmml.VerificationField;
import org.dmg.pmml.VerificationFields;
import org.jpmml.converter.PMMLUtil;

/**
 * The records with which a model file proves itself when it is loaded.
 *
 * @param calibration of the log-odds; null when the model answers a value
 */
record VerificationTable(TrainingSet set, Calibration calibration) {
    /** Relative; XGBoost and JPMML both compute in 32-bit floats, so they differ in the last bit or two. */
    private static final double PRECISION = 1e-6;

    /** Near zero a sum of floats has no relative precision. */
    private static final double ZERO_THRESHOLD = 1e-5;

    /** Field names that may be the names of XML elements. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    ModelVerification of(Model model, double[][] rows, double[] margins) {
        VerificationFields fields = new VerificationFields();
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        for (MiningField field : model.requireMiningSchema().getMiningFields()) {
            int column = set.indexOf(field.getName());
            if (column >= 0) {
                String cells = PLAIN.matcher(field.getName()).matches() ? field.getName() : "input" + column;
                fields.addVerificationFields(new VerificationField(field.getName(), cells));
                columns.put(cells, values(rows, column));
            }
        }
        fields.addVerificationFields(
                new VerificationField(calibration == null ? "y" : "probability(1)", "expected")
                        .setPrecision(PRECISION)
                        .setZeroThreshold(ZERO_THRESHOLD));
        columns.put("expected", expected(margins));
        return new ModelVerification(fields, PMMLUtil.createInlineTable(columns))
                .setRecordCount(rows.length)
                .setFieldCount(columns.size());
    }

    private List<Object> values(double[][] rows, int column) {
        List<Object> values = new ArrayList<>();
        for (double[] row : rows) {
            values.add(set.columns().get(column).isCategorical() ? category(row, column) : number(row[column]));
        }
        return values;
    }

    private static Object number(double value) {
        return Double.isNaN(value) ? null : (Object) (float) value;
    }

    /** The value whose indicator is 1; a value without an indicator of its own is written as one no indicator knows. */
    private Object category(double[] row, int first) {
        String name = set.columns().get(first).name();
        for (int i = first; i < row.length; i++) {
            Column column = set.columns().get(i);
            if (column.name().equals(name) && row[i] == 1) {
                return column.category().equals(Column.MISSING) ? null : column.category();
            }
        }
        return "(another)";
    }

    private List<Object> expected(double[] margins) {
        List<Object> values = new ArrayList<>();
        for (double margin : margins) {
            values.add((float) (calibration == null ? margin : calibration.probability(margin)));
        }
        return values;
    }
}
