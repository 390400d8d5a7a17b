package io.crosswise.customer;

import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * The companies with their parents, subsidiaries, sites and decision makers, and what their surroundings look like: features of
 * the nodes are spread over two hops, {@code S²X} with {@code S = D^−½ (A + I) D^−½} and D the degrees with the self-loop, as in
 * SGC (Wu et al. 2019, "Simplifying Graph Convolutional Networks"). Needs of a group show before one of its companies tells them.
 */
public final class CompanyGraph {
    private static final List<ServiceCategory> CATEGORIES = Arrays.stream(ServiceCategory.values())
            .filter(category -> category != ServiceCategory.TV)
            .toList();
    private static final int BILL = CATEGORIES.size();
    private static final int GROWTH = BILL + 1;
    private static final int HIRING = BILL + 2;
    private static final int UNCONNECTED = BILL + 3;
    private static final int DECIDERS = BILL + 4;

    /** Names of the features, in the order of the columns of X. */
    public static final List<String> FEATURES = names();

    private final Graph<Node, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> companies = new ArrayList<>();
    private final Map<CustomerId, Node> byId = new HashMap<>();

    /** A company, a site or a decision maker. */
    private static final class Node {
        private final CustomerId company;
        private final int number;
        /** NaN is unknown. */
        private final double[] values = new double[DECIDERS + 1];

        Node(CustomerId company, int number) {
            this.company = company;
            this.number = number;
            Arrays.fill(values, Double.NaN);
        }
    }

    /** Adds a company and what it knows of its group; a company known by its relatives only links them without a value of its own. */
    public void add(CustomerProfile profile) {
        Company company = profile.company();
        if (company == null) {
            return;
        }
        Node node = company(profile.id());
        companies.add(node);
        describe(node, profile);
        if (company.parent() != null) {
            link(node, company(company.parent()));
        }
        if (company.subsidiaries() != null) {
            company.subsidiaries().forEach(subsidiary -> link(node, company(subsidiary)));
        }
        if (company.sites() != null) {
            company.sites().forEach(site -> link(node, site(site)));
        }
        for (int i = 0; company.decisionMakers() != null && i < company.decisionMakers(); i++) {
            Node decider = node(null);
            decider.values[DECIDERS] = 1;
            link(node, decider);
        }
    }

    /** The features of every company added, by name; one that nobody within two hops knows has no entry. Rounded to six decimals. */
    public Map<CustomerId, Map<String, Double>> features() {
        Spread spread = new Spread();
        double[][] known = spread.twice(value -> Double.isNaN(value) ? 0 : 1);
        double[][] values = spread.twice(value -> Double.isNaN(value) ? 0 : value);
        Map<CustomerId, Map<String, Double>> features = new LinkedHashMap<>();
        for (Node node : companies) {
            Map<String, Double> ofOne = new LinkedHashMap<>();
            for (int column = 0; column < FEATURES.size(); column++) {
                if (known[node.number][column] > 0) {
                    ofOne.put(FEATURES.get(column), Math.rint(1e6 * values[node.number][column]) / 1e6);
                }
            }
            features.put(node.company, ofOne);
        }
        return features;
    }

    /** The matrix S as its diagonal and its edges. */
    private final class Spread {
        private final double[] self = new double[nodes.size()];
        private final int[] from = new int[graph.edgeSet().size()];
        private final int[] to = new int[from.length];
        private final double[] weight = new double[from.length];

        Spread() {
            nodes.forEach(node -> self[node.number] = 1 / (1.0 + graph.degreeOf(node)));
            int edge = 0;
            for (DefaultEdge link : graph.edgeSet()) {
                from[edge] = graph.getEdgeSource(link).number;
                to[edge] = graph.getEdgeTarget(link).number;
                weight[edge] = Math.sqrt(self[from[edge]] * self[to[edge]]);
                edge++;
            }
        }

        double[][] twice(DoubleUnaryOperator reading) {
            double[][] columns = nodes.stream()
                    .map(node -> Arrays.stream(node.values).map(reading).toArray())
                    .toArray(double[][]::new);
            return once(once(columns));
        }

        private double[][] once(double[][] columns) {
            double[][] sum = new double[columns.length][];
            for (int node = 0; node < columns.length; node++) {
                sum[node] = columns[node].clone();
                for (int column = 0; column < sum[node].length; column++) {
                    sum[node][column] *= self[node];
                }
            }
            for (int edge = 0; edge < from.length; edge++) {
                add(weight[edge], columns[to[edge]], sum[from[edge]]);
                add(weight[edge], columns[from[edge]], sum[to[edge]]);
            }
            return sum;
        }

        private static void add(double weight, double[] columns, double[] sum) {
            for (int column = 0; column < sum.length; column++) {
                sum[column] += weight * columns[column];
            }
        }
    }

    private static void describe(Node node, CustomerProfile profile) {
        Set<ServiceCategory> held = profile.heldCategories();
        for (int i = 0; i < CATEGORIES.size(); i++) {
            node.values[i] = held.contains(CATEGORIES.get(i)) ? 1 : 0;
        }
        if (profile.billing() != null && profile.billing().arpu() != null) {
            node.values[BILL] = profile.billing().arpu().doubleValue();
        }
        Company company = profile.company();
        if (company.employeeGrowth() != null) {
            node.values[GROWTH] = company.employeeGrowth();
        }
        if (company.openPositions() != null && company.employees() != null && company.employees() > 0) {
            node.values[HIRING] = Math.min(1, (double) company.openPositions() / company.employees());
        }
    }

    private Node company(CustomerId id) {
        return byId.computeIfAbsent(id, this::node);
    }

    private Node site(Site site) {
        Node node = node(null);
        if (site.connected() != null) {
            node.values[UNCONNECTED] = site.connected() ? 0 : 1;
        }
        return node;
    }

    private Node node(CustomerId company) {
        Node node = new Node(company, nodes.size());
        nodes.add(node);
        graph.addVertex(node);
        return node;
    }

    private void link(Node one, Node other) {
        if (one != other) {
            graph.addEdge(one, other);
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        CATEGORIES.forEach(category -> names.add("group_holds_" + category.name().toLowerCase(Locale.ROOT)));
        names.addAll(
                List.of("group_bill", "group_growth", "group_hiring", "group_unconnected_sites", "group_decision_makers"));
        return List.copyOf(names);
    }
}
