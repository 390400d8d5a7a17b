package io.crosswise.learning.pmml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.DataDictionary;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.MissingValueTreatmentMethod;
import org.dmg.pmml.OpType;
import org.dmg.pmml.Output;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.PMML;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.True;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.dmg.pmml.regression.NumericPredictor;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.regression.RegressionTable;

/**
 * Writes a square matrix over services as one PMML file: a linear score per service, each a regression in a chain, named by
 * the service. An input that is missing counts as not held.
 */
public final class AffinityPmml {
    /** Of the inputs: 1 when the service of that code is held. */
    public static final String INPUT = "service_";

    private static final String TARGET = "y_";
    private static final double NOTHING = 1e-12;

    private AffinityPmml() {}

    /**
     * @param services codes; row and column order of the matrix
     * @param matrix the score of service i is Σⱼ matrix[i][j] · held[j]
     * @param verification holdings the file proves itself with, 0 or 1 per service
     */
    public static byte[] write(ModelLabel label, List<String> services, double[][] matrix, double[][] verification) {
        List<String> inputs = services.stream().map(service -> INPUT + service).toList();
        DataDictionary dictionary = new DataDictionary();
        MiningSchema schema = new MiningSchema();
        for (String input : inputs) {
            dictionary.addDataFields(new DataField(input, OpType.CONTINUOUS, DataType.DOUBLE));
            schema.addMiningFields(new MiningField(input)
                    .setMissingValueReplacement(0)
                    .setMissingValueTreatment(MissingValueTreatmentMethod.AS_VALUE));
        }
        Segmentation chain = new Segmentation(Segmentation.MultipleModelMethod.MULTI_MODEL_CHAIN, null);
        for (int service = 0; service < services.size(); service++) {
            dictionary.addDataFields(new DataField(TARGET + services.get(service), OpType.CONTINUOUS, DataType.DOUBLE));
            chain.addSegments(new Segment(True.INSTANCE, score(services.get(service), inputs, matrix[service]))
                    .setId(services.get(service)));
        }
        MiningModel model = new MiningModel(MiningFunction.REGRESSION, schema)
                .setModelName(label.name())
                .setSegmentation(chain)
                .setModelVerification(PmmlFile.verification(
                        rows(inputs, verification), rows(services, scores(matrix, verification)), 1e-9));
        PMML pmml = new PMML("4.4", PmmlFile.header(label, inputs), dictionary).addModels(model);
        return PmmlFile.bytes(pmml);
    }

    private static RegressionModel score(String service, List<String> inputs, double[] weights) {
        MiningSchema schema = new MiningSchema()
                .addMiningFields(new MiningField(TARGET + service).setUsageType(MiningField.UsageType.TARGET));
        RegressionTable table = new RegressionTable(0);
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) > NOTHING) {
                schema.addMiningFields(new MiningField(inputs.get(i)));
                table.addNumericPredictors(new NumericPredictor(inputs.get(i), weights[i]));
            }
        }
        OutputField output = new OutputField(service, OpType.CONTINUOUS, DataType.DOUBLE)
                .setResultFeature(ResultFeature.PREDICTED_VALUE)
                .setFinalResult(true);
        return new RegressionModel(MiningFunction.REGRESSION, schema, null)
                .addRegressionTables(table)
                .setOutput(new Output().addOutputFields(output));
    }

    private static double[][] scores(double[][] matrix, double[][] holdings) {
        double[][] scores = new double[holdings.length][matrix.length];
        for (int row = 0; row < holdings.length; row++) {
            for (int i = 0; i < matrix.length; i++) {
                for (int j = 0; j < matrix.length; j++) {
                    scores[row][i] += Math.abs(matrix[i][j]) > NOTHING ? matrix[i][j] * holdings[row][j] : 0;
                }
            }
        }
        return scores;
    }

    private static List<Map<String, Object>> rows(List<String> names, double[][] values) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (double[] row : values) {
            Map<String, Object> record = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
                record.put(names.get(i), row[i]);
            }
            rows.add(record);
        }
        return rows;
    }
}
