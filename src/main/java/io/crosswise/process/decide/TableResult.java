package io.crosswise.process.decide;

import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.policy.TableRow;
import io.crosswise.process.ProcessVariables;
import io.crosswise.process.engine.MatchedRows;
import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Runs at the end of a business rule task: hands the rows that matched to the room that owns the table, and notes which version judged. */
final class TableResult implements ExecutionListener {
    private final MatchedRows matchedRows;
    private final BiConsumer<DelegateExecution, List<TableRow>> read;

    TableResult(MatchedRows matchedRows, BiConsumer<DelegateExecution, List<TableRow>> read) {
        this.matchedRows = matchedRows;
        this.read = read;
    }

    @Override
    public void notify(DelegateExecution execution) {
        MatchedRows.Evaluation evaluation = matchedRows.take();
        DecisionTrail trail = ProcessVariables.TRAIL.get(execution);
        if (trail != null) {
            trail.judgedBy(new Fingerprint(evaluation.table(), Integer.toString(evaluation.version()), evaluation.sha256()));
        }
        read.accept(execution, evaluation.rows());
    }
}
