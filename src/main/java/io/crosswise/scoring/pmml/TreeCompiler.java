package io.crosswise.scoring.pmml;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;

/** Turns one PMML tree into tests: the first child whose predicate is true, and the file's rules when none or an unknown one is. */
final class TreeCompiler {
    private final TreeModel tree;
    private final PredicateCompiler predicates;
    private final ToDoubleFunction<Node> scores;
    private final Map<Node, Way> compiled = new IdentityHashMap<>();

    /** @param scores what a node answers, NaN when it has no score */
    TreeCompiler(TreeModel tree, Fields fields, ToDoubleFunction<Node> scores) {
        this.tree = tree;
        this.predicates = new PredicateCompiler(fields);
        this.scores = scores;
    }

    Way compile() {
        Node root = tree.requireNode();
        Way nothing = new Way.Leaf(Double.NaN);
        return predicates.compile(root.requirePredicate(), way(root), nothing, nothing);
    }

    private Way way(Node node) {
        Way known = compiled.get(node);
        if (known == null) {
            NotCompilable.unless(node.getEmbeddedModel() == null, "a node holds a model of its own");
            known = node.hasNodes() ? children(node) : new Way.Leaf(scores.applyAsDouble(node));
            compiled.put(node, known);
        }
        return known;
    }

    private Way children(Node node) {
        List<Node> children = node.getNodes();
        Way own = new Way.Leaf(scores.applyAsDouble(node));
        Way nothing = new Way.Leaf(Double.NaN);
        Way none = tree.getNoTrueChildStrategy() == TreeModel.NoTrueChildStrategy.RETURN_LAST_PREDICTION ? own : nothing;
        Way next = none;
        for (int i = children.size() - 1; i >= 0; i--) {
            Node child = children.get(i);
            Way unknown = switch (tree.getMissingValueStrategy()) {
                case NONE -> next;
                case LAST_PREDICTION -> own;
                case NULL_PREDICTION -> nothing;
                case DEFAULT_CHILD -> way(defaultChild(node));
                default -> throw new NotCompilable(
                        "its missing value strategy is " + tree.getMissingValueStrategy().value());
            };
            next = predicates.compile(child.requirePredicate(), way(child), next, unknown);
        }
        return next;
    }

    private static Node defaultChild(Node node) {
        Object child = node.requireDefaultChild();
        if (child instanceof Node resolved) {
            return resolved;
        }
        return node.getNodes().stream()
                .filter(candidate -> Objects.equals(candidate.getId(), child))
                .findFirst()
                .orElseThrow(() -> new NotCompilable("a default child is not among the children"));
    }
}
