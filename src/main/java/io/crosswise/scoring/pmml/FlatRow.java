package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import java.util.Arrays;

/** A row of features as one array of numbers, made once per row and read by every compiled model; NaN is an unknown value. */
final class FlatRow {
    private final Slots slots;
    private double[] values;

    private FlatRow(Slots slots, double[] values) {
        this.slots = slots;
        this.values = values;
    }

    /** @param size how many numbers are read; a model loaded since the row was prepared reads more than there were then */
    static double[] of(FeatureRow row, Slots slots, int size) {
        FlatRow flat = row.prepared(FlatRow.class, unprepared -> new FlatRow(slots, read(unprepared, slots)));
        if (flat.slots != slots) {
            return read(row, slots);
        }
        if (flat.values.length < size) {
            flat.values = read(row, slots);
        }
        return flat.values;
    }

    private static double[] read(FeatureRow row, Slots slots) {
        Slot[] all = slots.all();
        if (row.base() != null) {
            return readAdded(row, slots, all);
        }
        double[] values = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = all[i].value(row);
        }
        return values;
    }

    /** A row that adds one feature to another copies the other's numbers and reads anew only those that depend on it. */
    private static double[] readAdded(FeatureRow row, Slots slots, Slot[] all) {
        double[] values = Arrays.copyOf(of(row.base(), slots, all.length), all.length);
        readAgain(row, slots.readersOf(row.added()), all, values);
        int category = row.added().indexOf('=');
        if (category > 0) {
            readAgain(row, slots.readersOf(row.added().substring(0, category)), all, values);
        }
        return values;
    }

    private static void readAgain(FeatureRow row, int[] places, Slot[] all, double[] values) {
        for (int place : places) {
            if (place < all.length) {
                values[place] = all[place].value(row);
            }
        }
    }
}
