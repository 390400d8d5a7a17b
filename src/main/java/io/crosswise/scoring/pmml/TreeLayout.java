package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.Way.Leaf;
import io.crosswise.scoring.pmml.Way.Test;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Lays trees out as arrays, every tree in the order a walk meets its nodes. */
final class TreeLayout {
    private final List<Test> tests = new ArrayList<>();
    private final List<Double> leaves = new ArrayList<>();
    private final Map<Way, Integer> places = new IdentityHashMap<>();

    static FlatTrees of(List<Way> roots) {
        TreeLayout layout = new TreeLayout();
        int[] starts = roots.stream().mapToInt(layout::place).toArray();
        return layout.arrays(starts);
    }

    private int place(Way way) {
        Integer known = places.get(way);
        if (known != null) {
            return known;
        }
        if (way instanceof Leaf leaf) {
            leaves.add(leaf.value());
            places.put(way, -leaves.size());
            return -leaves.size();
        }
        Test test = (Test) way;
        int place = tests.size();
        tests.add(test);
        places.put(way, place);
        place(test.less());
        place(test.notLess());
        place(test.unknown());
        return place;
    }

    private FlatTrees arrays(int[] roots) {
        int size = tests.size();
        int[] slots = new int[size];
        double[] thresholds = new double[size];
        int[] ways = new int[3 * size];
        for (int i = 0; i < size; i++) {
            Test test = tests.get(i);
            slots[i] = test.slot();
            thresholds[i] = test.threshold();
            ways[3 * i] = places.get(test.less());
            ways[3 * i + 1] = places.get(test.notLess());
            ways[3 * i + 2] = places.get(test.unknown());
        }
        return new FlatTrees(roots, slots, thresholds, ways, leaves.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
