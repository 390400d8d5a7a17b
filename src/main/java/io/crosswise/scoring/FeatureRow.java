package io.crosswise.scoring;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What all models of one decision read: a row of features, checked once, that remembers what an evaluator made of it. Immutable for
 * its readers; the memory makes it a thing of one thread.
 */
public final class FeatureRow {
    private final FeatureRow base;
    private final String added;
    private final Double value;
    private Map<String, Double> features;
    private Map<Class<?>, Object> prepared;

    private FeatureRow(FeatureRow base, String added, Double value, Map<String, Double> features) {
        this.base = base;
        this.added = added;
        this.value = value;
        this.features = features;
    }

    /**
     * @param features unknown ones missing or null
     * @throws IllegalArgumentException when a feature is NaN or infinite
     */
    public static FeatureRow of(Map<String, Double> features) {
        Map<String, Double> known = new LinkedHashMap<>(features.size() * 2);
        features.forEach((name, value) -> {
            if (value != null) {
                known.put(name, finite(name, value));
            }
        });
        return new FeatureRow(null, null, null, Collections.unmodifiableMap(known));
    }

    /**
     * This row with one more feature, or another value of one it has.
     *
     * @throws IllegalArgumentException when the value is NaN or infinite
     */
    public FeatureRow with(String name, double value) {
        return new FeatureRow(this, name, finite(name, value), null);
    }

    /** Null when it is unknown. */
    public Double get(String name) {
        if (base == null) {
            return features.get(name);
        }
        return name.equals(added) ? value : base.get(name);
    }

    /** The known features. */
    public Map<String, Double> asMap() {
        if (features == null) {
            Map<String, Double> all = new LinkedHashMap<>(base.asMap());
            all.put(added, value);
            features = Collections.unmodifiableMap(all);
        }
        return features;
    }

    /** The row this one adds a feature to; null when it is no such row. */
    public FeatureRow base() {
        return base;
    }

    /** The feature it adds to its {@link #base}; null when it has none. */
    public String added() {
        return added;
    }

    /** An evaluator's own form of the row, made at its first use and remembered by its type. */
    public <T> T prepared(Class<T> form, Function<FeatureRow, T> make) {
        if (prepared == null) {
            prepared = new HashMap<>(4);
        }
        Object known = prepared.get(form);
        if (known == null) {
            known = make.apply(this);
            prepared.put(form, known);
        }
        return form.cast(known);
    }

    private static Double finite(String name, Double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Feature " + name + " is " + value + "; leave it out when it is unknown");
        }
        return value;
    }
}
