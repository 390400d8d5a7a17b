package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.ModelCompiler.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.CompareFunction;
import org.dmg.pmml.SquaredEuclidean;
import org.dmg.pmml.clustering.Cluster;
import org.dmg.pmml.clustering.ClusteringField;
import org.dmg.pmml.clustering.ClusteringModel;
import org.jpmml.evaluator.ArrayUtil;

/** Turns a centre-based clustering model into the squared distances to its centres and the number of the nearest. */
final class ClusterCompiler {
    private final ExpressionCompiler expressions;

    ClusterCompiler(ExpressionCompiler expressions) {
        this.expressions = expressions;
    }

    Prediction compile(ClusteringModel model) {
        NotCompilable.unless(
                model.requireModelClass() == ClusteringModel.ModelClass.CENTER_BASED
                        && model.requireComparisonMeasure().requireMeasure() instanceof SquaredEuclidean,
                "it measures no squared Euclidean distance");
        Formula[] coordinates = model.requireClusteringFields().stream().map(this::coordinate).toArray(Formula[]::new);
        List<Cluster> clusters = model.requireClusters();
        double[][] centres = clusters.stream().map(ClusterCompiler::centre).toArray(double[][]::new);
        double[] numbers = clusters.stream().mapToDouble(ClusterCompiler::number).toArray();
        Map<String, Formula> distances = new LinkedHashMap<>();
        for (int i = 0; i < centres.length; i++) {
            double[] centre = centres[i];
            distances.put(clusters.get(i).getId(), new Calculated(row -> squared(place(coordinates, row), centre)));
        }
        Formula nearest = new Calculated(row -> numbers[nearest(place(coordinates, row), centres)]);
        return new Prediction(nearest, Map.of(), distances);
    }

    private Formula coordinate(ClusteringField field) {
        NotCompilable.unless(
                field.getFieldWeight().doubleValue() == 1
                        && (field.getCompareFunction() == null || field.getCompareFunction() == CompareFunction.ABS_DIFF)
                        && field.getCenterField() != ClusteringField.CenterField.FALSE,
                "it weighs or compares fields otherwise");
        return expressions.field(field.requireField());
    }

    private static double number(Cluster cluster) {
        Double number = Answer.number(cluster.getId());
        NotCompilable.unless(number != null, "its clusters have no numbers");
        return number;
    }

    private static double[] centre(Cluster cluster) {
        return ArrayUtil.asNumberList(cluster.requireArray()).stream().mapToDouble(Number::doubleValue).toArray();
    }

    private static double[] place(Formula[] coordinates, double[] row) {
        double[] place = new double[coordinates.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = coordinates[i].value(row);
        }
        return place;
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }

    private static int nearest(double[] place, double[][] centres) {
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < centres.length; i++) {
            double distance = squared(place, centres[i]);
            if (distance < smallest) {
                nearest = i;
                smallest = distance;
            }
        }
        return nearest;
    }
}
