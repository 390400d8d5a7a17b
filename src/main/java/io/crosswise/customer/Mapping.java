package io.crosswise.customer;

import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the tables of one source become customers. A column without a use must be there all the same.
 *
 * @param name also the {@code source} of the profiles
 * @param version SHA-256 of the mapping's text; with another version every customer counts as changed
 * @param market of customers whose market no column tells
 */
public record Mapping(String name, String version, Market market, char separator, List<Table> tables) {
    /** @throws IllegalArgumentException with what to change when the tables do not fit together */
    public Mapping {
        tables = List.copyOf(tables);
        if (market == null) {
            throw new IllegalArgumentException("'market' is missing: B2C or EBU");
        }
        if (tables.stream().allMatch(Table::isLookup)) {
            throw new IllegalArgumentException("no file has a line per customer");
        }
        for (Table table : tables) {
            if (table.isLookup() && !holds(tables, table.foundBy())) {
                throw new IllegalArgumentException("the rows of " + table.file() + " are found by a column that no file of"
                        + " customers has: " + table.foundBy());
            }
        }
        Set<String> filled = new HashSet<>();
        for (Table table : tables) {
            for (Use use : table.uses()) {
                if (use instanceof FieldUse field
                        && !filled.add(field.target().path())
                        && !field.target().isNumber()) {
                    throw new IllegalArgumentException("'" + field.target().path() + "' is filled twice");
                }
            }
        }
    }

    /** Whether a column of the source decides the field. */
    boolean fills(String path) {
        return tables.stream()
                .flatMap(table -> table.uses().stream())
                .anyMatch(use -> use instanceof FieldUse field && field.target().path().equals(path));
    }

    private static boolean holds(List<Table> tables, Column column) {
        return tables.stream()
                .anyMatch(table -> !table.isLookup()
                        && table.file().equals(column.file())
                        && table.columns().contains(column.name()));
    }

    /**
     * @param key the column that names the customer, or the row of a table that is looked up
     * @param foundBy for a table that is looked up, the column whose value is the key; null for a table with a line per customer
     */
    public record Table(String file, String key, Column foundBy, List<String> columns, List<Use> uses) {
        public boolean isLookup() {
            return foundBy != null;
        }
    }

    public record Column(String file, String name) {}

    /** What one column is used for. */
    public sealed interface Use permits FieldUse, ServiceUse {
        String column();
    }

    /**
     * The column gives a field of the profile; several columns of one number add up, and if one is unknown so is the sum.
     *
     * @param values what the texts of the source mean, null unknown; an empty map takes the text as it is
     * @param as null takes the text as the type of the target
     * @param min smallest number that makes sense, null any
     * @param max largest number that makes sense, null any
     * @param plus added to the number
     * @param missing the text an empty cell is filled with, null leaves it unknown
     */
    public record FieldUse(
            String column,
            Target target,
            Map<String, String> values,
            Notation as,
            Double min,
            Double max,
            double plus,
            String missing)
            implements Use {
        /** @throws IllegalArgumentException when the target cannot take what the column would give it */
        public FieldUse {
            boolean number = target.isNumber();
            if (!number && (min != null || max != null || plus != 0)) {
                throw new IllegalArgumentException("min, max and plus are for numbers only, not for " + target.path());
            }
            if (as == Notation.MONTHS_AGO && target.type() != LocalDate.class) {
                throw new IllegalArgumentException(target.path() + " is not a date, it cannot be months-ago");
            }
            for (String meaning : values.values()) {
                if (meaning != null && as == null) {
                    CellText.read(meaning, target.type());
                }
            }
        }
    }

    /** The column tells whether a service is held; an empty cell or a null service is not held. */
    public record ServiceUse(String column, ServiceCategory category, Map<String, Service> services) implements Use {}

    /** @param tier level within the category, 1 the smallest; null unknown */
    public record Service(String code, Integer tier) {}

    /** Notations that need the day of the import. */
    public enum Notation {
        /** A whole number of months before the import. */
        MONTHS_AGO
    }
}
