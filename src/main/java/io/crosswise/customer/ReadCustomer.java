package io.crosswise.customer;

import io.crosswise.customer.CellText.NotUnderstood;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.Mapping.FieldUse;
import io.crosswise.customer.Mapping.Notation;
import io.crosswise.customer.Mapping.Service;
import io.crosswise.customer.Mapping.ServiceUse;
import io.crosswise.customer.Mapping.Table;
import io.crosswise.customer.Mapping.Use;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a customer of its joined lines as the mapping says; a cell that makes no sense rejects the customer. */
final class ReadCustomer {
    private static final List<String> NEEDED = List.of("market", "status");
    private static final int OLDEST_MONTHS = 1_200;

    private final Mapping mapping;
    private final LocalDate today;
    private final ImportTally tally;

    ReadCustomer(Mapping mapping, LocalDate today, ImportTally tally) {
        this.mapping = mapping;
        this.today = today;
        this.tally = tally;
    }

    /** Empty when rejected; every reason is in the tally then. */
    Optional<CustomerRecord> read(CustomerId id, JoinedLines lines) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Holding> holdings = new ArrayList<>();
        boolean sound = true;
        for (int i = 0; i < mapping.tables().size(); i++) {
            Table table = mapping.tables().get(i);
            for (Use use : table.uses()) {
                try {
                    String text = lines.text(i, use.column());
                    if (use instanceof FieldUse field) {
                        put(fields, field, value(field, text));
                    } else if (use instanceof ServiceUse service) {
                        held(service, text).ifPresent(holdings::add);
                    }
                } catch (NotUnderstood e) {
                    tally.reject(table.file(), lines.lineNumber(i), use.column(), "the cell " + e.getMessage());
                    sound = false;
                }
            }
        }
        return sound ? Optional.of(AssembleCustomer.assemble(mapping, id, fields, holdings)) : Optional.empty();
    }

    private Object value(FieldUse use, String cell) {
        String text = cell;
        if (text.isEmpty() && use.missing() != null) {
            tally.filled(use.column(), "empty, filled with '" + use.missing() + "' as the mapping says");
            text = use.missing();
        } else if (text.isEmpty() && NEEDED.contains(use.target().path())) {
            throw new NotUnderstood("is empty but the " + use.target().path() + " of a customer must be known");
        }
        if (text.isEmpty()) {
            return null;
        }
        if (!use.values().isEmpty()) {
            text = meaning(use.values(), text);
        }
        return text == null ? null : typed(use, text);
    }

    private Object typed(FieldUse use, String text) {
        if (use.as() == Notation.MONTHS_AGO) {
            int months = (Integer) CellText.read(text, Integer.class);
            inRange(months, 0.0, (double) OLDEST_MONTHS);
            return today.minusMonths(months);
        }
        Object value = CellText.read(text, use.target().type());
        if (use.target().isNumber()) {
            inRange(number(value), use.min(), use.max());
            return sum(value, use.plus());
        }
        return value;
    }

    private static void inRange(double value, Double min, Double max) {
        if (min != null && value < min) {
            throw new NotUnderstood("is less than " + min);
        }
        if (max != null && value > max) {
            throw new NotUnderstood("is more than " + max);
        }
    }

    private static Optional<Holding> held(ServiceUse use, String text) {
        Service service = text.isEmpty() ? null : meaning(use.services(), text);
        return Optional.ofNullable(service)
                .map(held -> new Holding(held.code(), use.category(), held.tier(), null, null, null, null));
    }

    private static <T> T meaning(Map<String, T> meanings, String text) {
        if (!meanings.containsKey(text)) {
            throw new NotUnderstood("is not one of " + meanings.keySet());
        }
        return meanings.get(text);
    }

    /** A second column of the same number adds to the first; unknown stays unknown. */
    private static void put(Map<String, Object> fields, FieldUse use, Object value) {
        String path = use.target().path();
        if (fields.containsKey(path)) {
            Object before = fields.get(path);
            fields.put(path, before == null || value == null ? null : sum(before, number(value)));
        } else {
            fields.put(path, value);
        }
    }

    private static double number(Object value) {
        return value instanceof Money money ? money.doubleValue() : ((Number) value).doubleValue();
    }

    private static Object sum(Object value, double more) {
        if (value instanceof Money money) {
            return money.plus(Money.euros(more));
        }
        return value instanceof Integer whole ? (Object) (int) (whole + more) : (Object) (number(value) + more);
    }
}
