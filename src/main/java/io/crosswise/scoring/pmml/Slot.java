package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;

/**
 * One number of a {@link FlatRow}: a feature in the form a field of a model wants it.
 *
 * @param low smaller values count as this one
 * @param high larger values count as this one
 * @param replacement of an unknown value; null when it stays unknown
 * @param category of a categorical field, whose number is the place of its value among the declared ones; null for a numeric one
 * @param anyCategory whether a value that is not declared is a value like any other, equal to none of them
 */
record Slot(
        String feature,
        Kind kind,
        double low,
        double high,
        Double replacement,
        Category category,
        boolean anyCategory) {
    /** A value that JPMML has to judge: it refuses it or treats it as missing. */
    static final double UNUSUAL = Double.NEGATIVE_INFINITY;

    enum Kind {
        FLOAT,
        DOUBLE,
        INTEGER,
        CATEGORY
    }

    static Slot number(String feature, Kind kind, double low, double high, Double replacement) {
        return new Slot(feature, kind, low, high, replacement, null, false);
    }

    static Slot category(Category category, boolean anyCategory, Double replacement) {
        return new Slot(category.feature(), Kind.CATEGORY, 0, 0, replacement, category, anyCategory);
    }

    /** NaN when it is unknown. */
    double value(FeatureRow row) {
        if (kind == Kind.CATEGORY) {
            return place(category.value(row));
        }
        Double known = row.get(feature);
        if (known == null) {
            return replacement == null ? Double.NaN : replacement;
        }
        double value = Math.min(Math.max(known, low), high);
        return switch (kind) {
            case FLOAT -> (float) value;
            case INTEGER -> value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE ? value : UNUSUAL;
            default -> value;
        };
    }

    /** Whether a value can be {@link #UNUSUAL}. */
    boolean guarded() {
        return kind == Kind.INTEGER || kind == Kind.CATEGORY && !anyCategory;
    }

    /** Of a category among the declared ones; the one after them for any other. */
    double place(String value) {
        if (value == null) {
            return replacement == null ? Double.NaN : replacement;
        }
        int place = category.values().indexOf(value);
        return place >= 0 ? place : anyCategory ? category.values().size() : UNUSUAL;
    }
}
