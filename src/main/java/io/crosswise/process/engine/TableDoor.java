package io.crosswise.process.engine;

import io.crosswise.table.JudgeTable;
import io.crosswise.table.RefusedTable;
import io.crosswise.table.TableChanges;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;

/** The gate as the engine's deployments meet it. */
final class TableDoor {
    private final Supplier<JudgeTable> judgeTable;
    private final Supplier<TableChanges> changes;

    /** @param changes null where nobody keeps them */
    TableDoor(Supplier<JudgeTable> judgeTable, Supplier<TableChanges> changes) {
        this.judgeTable = judgeTable;
        this.changes = changes;
    }

    /**
     * @param anyTable whether it may be a table the product does not ask itself
     * @throws BadUserRequestException saying what to change
     */
    void check(String file, byte[] content, boolean anyTable) {
        try {
            judgeTable.get().judge(content, anyTable);
        } catch (RefusedTable e) {
            throw new BadUserRequestException("\"" + file + "\" is refused. " + e.getMessage(), e);
        }
    }

    /** While no other door changes a table: who compares with what is in force before a change compares with this one too. */
    <T> T exclusively(Supplier<T> deployment) {
        TableChanges kept = changes.get();
        return kept == null ? deployment.get() : kept.exclusively(deployment);
    }
}
