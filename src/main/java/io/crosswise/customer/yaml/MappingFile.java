package io.crosswise.customer.yaml;

import io.crosswise.customer.Mapping;
import io.crosswise.customer.Mapping.Column;
import io.crosswise.customer.Mapping.FieldUse;
import io.crosswise.customer.Mapping.Notation;
import io.crosswise.customer.Mapping.Service;
import io.crosswise.customer.Mapping.ServiceUse;
import io.crosswise.customer.Mapping.Table;
import io.crosswise.customer.Mapping.Use;
import io.crosswise.customer.Target;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping as it is written; {@code docs/mappings.md} explains every word. */
record MappingFile(Market market, String separator, String customer, Map<String, TableFile> files) {

    record TableFile(String key, String foundBy, Map<String, List<UseFile>> columns) {}

    record UseFile(
            String to,
            Map<String, String> values,
            String as,
            Double min,
            Double max,
            double plus,
            String missing,
            ServiceCategory category,
            Map<String, Service> services) {}

    /** @throws IllegalArgumentException with what to change */
    Mapping toMapping(String name, String version) {
        if (customer == null || files == null || files.isEmpty()) {
            throw new IllegalArgumentException("'customer' names the column with the customer's id, 'files' the files");
        }
        if (separator != null && separator.length() != 1) {
            throw new IllegalArgumentException("'separator' is one character");
        }
        List<Table> tables = new ArrayList<>();
        files.forEach((file, table) -> tables.add(table(file, table)));
        return new Mapping(name, version, market, separator == null ? ',' : separator.charAt(0), tables);
    }

    /** The columns a table must have: its key, those used, and those by which another table is looked up. */
    private Table table(String file, TableFile table) {
        if (table == null || table.columns() == null || (table.foundBy() != null && table.key() == null)) {
            throw new IllegalArgumentException(file + " needs 'columns', and a 'key' if it is 'foundBy' a column");
        }
        String key = table.key() == null ? customer : table.key();
        Set<String> columns = new LinkedHashSet<>(List.of(key));
        columns.addAll(table.columns().keySet());
        files.values().stream()
                .filter(other -> other != null && other.foundBy() != null)
                .map(other -> column(other.foundBy()))
                .filter(column -> column.file().equals(file))
                .forEach(column -> columns.add(column.name()));
        List<Use> uses = new ArrayList<>();
        table.columns().forEach((column, written) -> {
            if (written != null) {
                written.forEach(use -> uses.add(use(column, use)));
            }
        });
        return new Table(file, key, table.foundBy() == null ? null : column(table.foundBy()), List.copyOf(columns), uses);
    }

    private static Column column(String written) {
        int slash = written.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("'foundBy' is written as file/column");
        }
        return new Column(written.substring(0, slash), written.substring(slash + 1));
    }

    private static Use use(String column, UseFile use) {
        if (use.to() != null && use.category() == null && use.services() == null) {
            Map<String, String> values = use.values() == null ? Map.of() : use.values();
            return new FieldUse(
                    column, Target.of(use.to()), values, notation(use.as()), use.min(), use.max(), use.plus(), use.missing());
        }
        if (use.to() == null && use.category() != null && use.services() != null) {
            return new ServiceUse(column, use.category(), use.services());
        }
        throw new IllegalArgumentException("the column '" + column + "' has either 'to', or 'category' and 'services'");
    }

    private static Notation notation(String written) {
        if (written == null) {
            return null;
        }
        if (written.equals("months-ago")) {
            return Notation.MONTHS_AGO;
        }
        throw new IllegalArgumentException("'as' is months-ago or left out, not " + written);
    }
}
