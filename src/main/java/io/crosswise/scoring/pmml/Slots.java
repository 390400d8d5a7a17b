package io.crosswise.scoring.pmml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers that the loaded models read, each once, so that a decision prepares them once for all models. Only grows. */
final class Slots {
    private static final int[] NONE = {};

    private final Map<Slot, Integer> places = new HashMap<>();
    private final Map<String, int[]> readers = new ConcurrentHashMap<>();
    private volatile Slot[] slots = {};

    /** The place of a slot, a new one if nobody has asked for it yet. */
    synchronized int place(Slot slot) {
        Integer known = places.get(slot);
        if (known != null) {
            return known;
        }
        int place = slots.length;
        Slot[] grown = Arrays.copyOf(slots, place + 1);
        grown[place] = slot;
        places.put(slot, place);
        addReader(slot.feature(), place);
        slots = grown;
        return place;
    }

    Slot[] all() {
        return slots;
    }

    /** The places whose number depends on a feature; the indicators of a category are not told apart from it. */
    int[] readersOf(String feature) {
        return readers.getOrDefault(feature, NONE);
    }

    private void addReader(String feature, int place) {
        int[] before = readersOf(feature);
        int[] grown = Arrays.copyOf(before, before.length + 1);
        grown[before.length] = place;
        readers.put(feature, grown);
    }
}
