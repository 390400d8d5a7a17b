package io.crosswise.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for a combination of values no row of a grid lets through. */
final class Uncovered {
    private static final int MOST_STEPS = 300_000;

    private final CellGrid grid;
    private int steps;

    Uncovered(CellGrid grid) {
        this.grid = grid;
    }

    /** It would take too long to be sure. */
    static final class TooMuch extends RuntimeException {
        TooMuch() {
            super("too many combinations", null, false, false);
        }
    }

    /**
     * Values by column, of the columns that matter, that are inside the box and let through by none of the rows; null when there are none.
     *
     * @throws TooMuch when the rows divide the box into too many parts
     */
    Map<Integer, Object> find(List<Integer> rows, BitSet[] box) {
        if (++steps > MOST_STEPS) {
            throw new TooMuch();
        }
        List<Integer> touching = rows.stream().filter(row -> touches(row, box)).toList();
        if (touching.isEmpty()) {
            return new LinkedHashMap<>();
        }
        if (touching.stream().anyMatch(row -> covers(row, box))) {
            return null;
        }
        int column = dividing(touching, box);
        for (BitSet part : parts(touching, box[column], column)) {
            BitSet[] smaller = box.clone();
            smaller[column] = part;
            Map<Integer, Object> found = find(touching, smaller);
            if (found != null) {
                found.putIfAbsent(column, grid.values(column).get(part.nextSetBit(0)));
                return found;
            }
        }
        return null;
    }

    private boolean touches(int row, BitSet[] box) {
        for (int column = 0; column < box.length; column++) {
            if (!grid.letThrough(row, column).intersects(box[column])) {
                return false;
            }
        }
        return true;
    }

    private boolean covers(int row, BitSet[] box) {
        for (int column = 0; column < box.length; column++) {
            if (!covers(row, column, box[column])) {
                return false;
            }
        }
        return true;
    }

    private boolean covers(int row, int column, BitSet values) {
        BitSet rest = (BitSet) values.clone();
        rest.andNot(grid.letThrough(row, column));
        return rest.isEmpty();
    }

    /** The column in which most rows let only some values through. */
    private int dividing(List<Integer> rows, BitSet[] box) {
        int best = -1;
        int most = 0;
        for (int column = 0; column < box.length; column++) {
            int divided = 0;
            for (int row : rows) {
                divided += covers(row, column, box[column]) ? 0 : 1;
            }
            if (divided > most) {
                most = divided;
                best = column;
            }
        }
        return best;
    }

    /** The values of a column, those together that the same rows let through. */
    private Iterable<BitSet> parts(List<Integer> rows, BitSet values, int column) {
        Map<BitSet, BitSet> parts = new HashMap<>();
        Map<BitSet, BitSet> inOrder = new LinkedHashMap<>();
        for (int value = values.nextSetBit(0); value >= 0; value = values.nextSetBit(value + 1)) {
            BitSet by = new BitSet(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                by.set(i, grid.letThrough(rows.get(i), column).get(value));
            }
            parts.computeIfAbsent(by, key -> {
                BitSet part = new BitSet();
                inOrder.put(key, part);
                return part;
            }).set(value);
        }
        return inOrder.values();
    }
}
