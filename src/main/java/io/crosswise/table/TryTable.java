package io.crosswise.table;

import io.crosswise.policy.TableRow;
import java.util.List;
import java.util.Map;

/** Evaluates a table that is not deployed, as the decision path would. */
public interface TryTable {
    /** @throws RefusedTable when the engine cannot read the file or finds no such decision in it */
    Trial open(byte[] file, String decision);

    /** A table ready to be asked; the exceptions of both methods are the engine's own and say what is wrong with a cell. */
    interface Trial {
        /** The rows that match, after the hit policy. */
        List<TableRow> rows(Map<String, Object> variables);

        /** Whether a cell of an input lets a value through. */
        boolean matches(String cell, Object value);
    }
}
