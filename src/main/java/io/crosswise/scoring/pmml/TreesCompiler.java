package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.ModelCompiler.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.Model;
import org.dmg.pmml.ScoreDistribution;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;

/** Turns one tree, or an ensemble whose segments are trees, into a {@link TreeSum}, one per category of a classification. */
final class TreesCompiler {
    private final Fields fields;
    private final List<TreeModel> trees;
    private final double[] weights;
    private final double divisor;
    private final boolean floats;

    private TreesCompiler(Fields fields, List<TreeModel> trees, double[] weights, double divisor, boolean floats) {
        this.fields = fields;
        this.trees = trees;
        this.weights = weights;
        this.divisor = divisor;
        this.floats = floats;
    }

    /** One tree. */
    static Prediction of(List<TreeModel> tree, Fields fields) {
        return new TreesCompiler(fields, tree, new double[] {1}, 1, ModelCompiler.floats(tree.get(0))).predict();
    }

    static Prediction of(MiningModel model, Segmentation segmentation, Fields fields) {
        List<TreeModel> trees = new ArrayList<>();
        for (Segment segment : segmentation.requireSegments()) {
            Model part = segment.requireModel();
            NotCompilable.unless(
                    part instanceof TreeModel && part.getTargets() == null,
                    "its segments are not plain trees");
            trees.add((TreeModel) part);
        }
        double[] weights = segmentation.requireSegments().stream()
                .mapToDouble(segment -> segment.getWeight().doubleValue())
                .toArray();
        double[] ones = new double[weights.length];
        Arrays.fill(ones, 1);
        boolean floats = ModelCompiler.floats(model);
        TreesCompiler compiler = switch (segmentation.requireMultipleModelMethod()) {
            case SUM -> new TreesCompiler(fields, trees, ones, 1, floats);
            case AVERAGE -> new TreesCompiler(fields, trees, ones, ones.length, floats);
            case WEIGHTED_SUM -> new TreesCompiler(fields, trees, weights, 1, floats);
            case WEIGHTED_AVERAGE -> new TreesCompiler(fields, trees, weights, Arrays.stream(weights).sum(), floats);
            default -> throw new NotCompilable(
                    "it combines trees by " + segmentation.requireMultipleModelMethod().value());
        };
        Prediction prediction = compiler.predict();
        NotCompilable.unless(
                segmentation.getMissingPredictionTreatment() != Segmentation.MissingPredictionTreatment.SKIP_SEGMENT,
                "it skips trees without an answer");
        return prediction;
    }

    private Prediction predict() {
        if (trees.stream().allMatch(tree -> tree.requireMiningFunction() == MiningFunction.REGRESSION)) {
            return Prediction.of(sum(TreesCompiler::score));
        }
        Set<String> categories = new LinkedHashSet<>();
        trees.forEach(tree -> addCategories(tree.requireNode(), categories));
        NotCompilable.unless(!categories.isEmpty(), "its trees vote");
        Map<String, Formula> probabilities = new LinkedHashMap<>();
        categories.forEach(category -> probabilities.put(category, sum(node -> probability(node, category))));
        return Prediction.of(probabilities);
    }

    private TreeSum sum(ToDoubleFunction<Node> scores) {
        List<Way> roots = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            double weight = weights[i];
            roots.add(new TreeCompiler(trees.get(i), fields, node -> weighted(scores.applyAsDouble(node), weight))
                    .compile());
        }
        return new TreeSum(TreeLayout.of(roots), floats, divisor);
    }

    private double weighted(double score, double weight) {
        return floats ? (float) score * (float) weight : score * weight;
    }

    private static double score(Node node) {
        Object score = node.getScore();
        if (score == null) {
            return Double.NaN;
        }
        return score instanceof Number number ? number.doubleValue() : Double.parseDouble(score.toString());
    }

    private static void addCategories(Node node, Set<String> categories) {
        if (node.hasScoreDistributions()) {
            node.getScoreDistributions().forEach(share -> categories.add(String.valueOf(share.requireValue())));
        }
        if (node.hasNodes()) {
            node.getNodes().forEach(child -> addCategories(child, categories));
        }
    }

    private static double probability(Node node, String category) {
        double all = 0;
        double own = 0;
        if (node.hasScoreDistributions()) {
            for (ScoreDistribution share : node.getScoreDistributions()) {
                Number known = share.getProbability() == null ? share.requireRecordCount() : share.getProbability();
                all += known.doubleValue();
                own += category.equals(String.valueOf(share.requireValue())) ? known.doubleValue() : 0;
            }
        }
        return own / all;
    }
}
