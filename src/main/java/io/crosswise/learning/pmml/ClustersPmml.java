package io.crosswise.learning.pmml;

import io.crosswise.learning.pmml.Clusters.Centre;
import io.crosswise.learning.pmml.Clusters.Scale;
import io.crosswise.learning.pmml.Clusters.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dmg.pmml.Apply;
import org.dmg.pmml.CompareFunction;
import org.dmg.pmml.ComparisonMeasure;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DataDictionary;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.LinearNorm;
import org.dmg.pmml.LocalTransformations;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.MissingValueTreatmentMethod;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.OpType;
import org.dmg.pmml.Output;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.SquaredEuclidean;
import org.dmg.pmml.clustering.Cluster;
import org.dmg.pmml.clustering.ClusteringField;
import org.dmg.pmml.clustering.ClusteringModel;
import org.jpmml.converter.PMMLUtil;

/** Writes {@link Clusters} as a PMML clustering model that standardises its inputs itself and answers cluster and similarity. */
public final class ClustersPmml {
    private static final String GULF = "z_market";

    private ClustersPmml() {}

    /** @param verification features of customers the file proves itself with; missing ones left out */
    public static byte[] write(ModelLabel label, Clusters clusters, List<Map<String, Double>> verification) {
        List<String> inputs = new ArrayList<>(List.of(Clusters.MARKET));
        clusters.scales().forEach(scale -> inputs.add(scale.feature()));
        DataDictionary dictionary = new DataDictionary();
        MiningSchema schema = new MiningSchema();
        inputs.forEach(input -> dictionary.addDataFields(new DataField(input, OpType.CONTINUOUS, DataType.DOUBLE)));
        schema.addMiningFields(new MiningField(Clusters.MARKET)
                .setMissingValueReplacement(0)
                .setMissingValueTreatment(MissingValueTreatmentMethod.AS_MODE));
        clusters.scales().forEach(scale -> schema.addMiningFields(new MiningField(scale.feature())));
        ClusteringModel model = new ClusteringModel(
                        MiningFunction.CLUSTERING,
                        ClusteringModel.ModelClass.CENTER_BASED,
                        clusters.centres().size(),
                        schema,
                        new ComparisonMeasure(ComparisonMeasure.Kind.DISTANCE, new SquaredEuclidean()),
                        fields(clusters),
                        centres(clusters))
                .setModelName(label.name())
                .setLocalTransformations(coordinates(clusters))
                .setOutput(output(clusters))
                .setModelVerification(PmmlFile.verification(
                        verification.stream().map(features -> inputs(inputs, features)).toList(),
                        verification.stream().map(features -> answers(clusters, features)).toList(),
                        1e-9));
        return PmmlFile.bytes(new PMML("4.4", PmmlFile.header(label, inputs), dictionary).addModels(model));
    }

    private static LocalTransformations coordinates(Clusters clusters) {
        LocalTransformations transformations = new LocalTransformations();
        transformations.addDerivedFields(derived(
                GULF, apply(PMMLFunctions.MULTIPLY, new FieldRef(Clusters.MARKET), number(Math.sqrt(clusters.gulf())))));
        for (Scale scale : clusters.scales()) {
            String plain = scale.feature();
            if (scale.logarithm()) {
                plain = "ln_" + scale.feature();
                transformations.addDerivedFields(derived(plain, logarithm(scale.feature())));
            }
            String companies = coordinate(scale) + "_companies";
            String consumers = coordinate(scale) + "_consumers";
            Apply company = apply(PMMLFunctions.EQUAL, new FieldRef(Clusters.MARKET), number(1));
            transformations.addDerivedFields(
                    derived(companies, standardised(plain, scale.companies())),
                    derived(consumers, standardised(plain, scale.consumers())),
                    derived(
                            coordinate(scale),
                            apply(PMMLFunctions.IF, company, new FieldRef(companies), new FieldRef(consumers))));
        }
        return transformations;
    }

    /** Asked only of what is known: the function max would take a missing value for 0. */
    private static Expression logarithm(String feature) {
        Apply known = apply(PMMLFunctions.ISNOTMISSING, new FieldRef(feature));
        Apply positive = apply(PMMLFunctions.MAX, new FieldRef(feature), number(0));
        Apply logarithm = apply(PMMLFunctions.LN, apply(PMMLFunctions.ADD, number(1), positive));
        return apply(PMMLFunctions.IF, known, logarithm);
    }

    private static Expression standardised(String field, Spread spread) {
        return new NormContinuous(field, null)
                .setMapMissingTo(0)
                .addLinearNorms(
                        new LinearNorm(spread.mean(), 0), new LinearNorm(spread.mean() + spread.deviation(), 1));
    }

    private static List<ClusteringField> fields(Clusters clusters) {
        List<ClusteringField> fields = new ArrayList<>(List.of(field(GULF)));
        clusters.scales().forEach(scale -> fields.add(field(coordinate(scale))));
        return fields;
    }

    private static ClusteringField field(String name) {
        return new ClusteringField(name).setCompareFunction(CompareFunction.ABS_DIFF);
    }

    private static List<Cluster> centres(Clusters clusters) {
        List<Cluster> centres = new ArrayList<>();
        for (Centre centre : clusters.centres()) {
            List<Double> coordinates = new ArrayList<>();
            coordinates.add(centre.company() ? Math.sqrt(clusters.gulf()) : 0);
            for (double coordinate : centre.coordinates()) {
                coordinates.add(coordinate);
            }
            centres.add(new Cluster(PMMLUtil.createRealArray(coordinates))
                    .setId(String.valueOf(centres.size() + 1))
                    .setName((centre.company() ? "companies" : "consumers") + " with "
                            + Math.round(10 * centre.heldServices()) / 10.0 + " services")
                    .setSize(centre.customers()));
        }
        return centres;
    }

    /** Similarity is 1 / (1 + squared distance to the richest cluster / number of features). */
    private static Output output(Clusters clusters) {
        Output output = new Output()
                .addOutputFields(new OutputField("cluster", OpType.CATEGORICAL, DataType.INTEGER)
                        .setResultFeature(ResultFeature.PREDICTED_VALUE));
        List<Integer> richest = IntStream.range(0, clusters.centres().size()).filter(clusters::isRichest).boxed().toList();
        Expression[] distances = richest.stream().map(index -> new FieldRef(distance(index))).toArray(Expression[]::new);
        richest.forEach(index -> output.addOutputFields(new OutputField(distance(index), OpType.CONTINUOUS, DataType.DOUBLE)
                .setResultFeature(ResultFeature.AFFINITY)
                .setValue(String.valueOf(index + 1))
                .setFinalResult(false)));
        Expression mean = apply(PMMLFunctions.DIVIDE, apply(PMMLFunctions.MIN, distances), number(clusters.scales().size()));
        return output.addOutputFields(new OutputField("similarity", OpType.CONTINUOUS, DataType.DOUBLE)
                .setResultFeature(ResultFeature.TRANSFORMED_VALUE)
                .setExpression(apply(PMMLFunctions.DIVIDE, number(1), apply(PMMLFunctions.ADD, number(1), mean))));
    }

    private static Map<String, Object> inputs(List<String> names, Map<String, Double> features) {
        Map<String, Object> record = new LinkedHashMap<>();
        names.forEach(name -> record.put(name, features.get(name)));
        return record;
    }

    private static Map<String, Object> answers(Clusters clusters, Map<String, Double> features) {
        Clusters.Answer answer = clusters.answer(features);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("cluster", answer.cluster());
        record.put("similarity", answer.similarity());
        return record;
    }

    private static String distance(int index) {
        return "distance_" + (index + 1);
    }

    private static String coordinate(Scale scale) {
        return "z_" + scale.feature();
    }

    private static DerivedField derived(String name, Expression expression) {
        return new DerivedField(name, OpType.CONTINUOUS, DataType.DOUBLE, expression);
    }

    private static Apply apply(String function, Expression... arguments) {
        return new Apply(function).addExpressions(arguments);
    }

    private static Constant number(double value) {
        return new Constant(value).setDataType(DataType.DOUBLE);
    }
}
