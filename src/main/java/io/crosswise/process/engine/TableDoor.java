package io.crosswise.process.engine;

import io.crosswise.table.JudgeTable;
import io.crosswise.table.RefusedTable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;

/** The gate as the engine's deployments meet it. */
final class TableDoor {
    private final Supplier<JudgeTable> judgeTable;

    TableDoor(Supplier<JudgeTable> judgeTable) {
        this.judgeTable = judgeTable;
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
}
