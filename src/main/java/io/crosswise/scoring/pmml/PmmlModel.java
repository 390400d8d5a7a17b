package io.crosswise.scoring.pmml;

import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpmml.evaluator.ModelEvaluator;

/** A loaded PMML file. JPMML scores until the compiled form has been found to agree with it; then that takes over. */
final class PmmlModel implements ScoringModel {
    private final PmmlHeader header;
    private final ModelEvaluator<?> evaluator;
    private final Answer answer;
    private final Reference reference;
    private final List<FeatureRow> background;
    private volatile CompiledModel compiled;

    /** @param background rows that explanations compare a customer with */
    PmmlModel(
            PmmlHeader header,
            ModelEvaluator<?> evaluator,
            Answer answer,
            Reference reference,
            List<FeatureRow> background) {
        this.header = header;
        this.evaluator = evaluator;
        this.answer = answer;
        this.reference = reference;
        this.background = background;
    }

    /** @throws NotCompilable when the file uses something that only JPMML evaluates here */
    CompiledModel compile(Slots slots) {
        return CompiledModel.of(evaluator, header.inputs(), answer, reference.answers(background.get(0)).keySet(), slots);
    }

    /** What its compiled form has to prove before it is used. */
    Agreement agreement(CompiledModel candidate) {
        return new Agreement(reference, candidate, header, background);
    }

    /** From now on scores with a form that agrees with JPMML. */
    void use(CompiledModel agreeing) {
        compiled = agreeing;
    }

    /** Rows the file was verified with, then random ones around its thresholds. */
    List<FeatureRow> rows(CompiledModel candidate, int random) {
        List<FeatureRow> rows = new ArrayList<>(background);
        rows.addAll(RandomRows.around(candidate.thresholds(), header.inputs(), background, 1).next(random));
        return rows;
    }

    String name() {
        return header.name();
    }

    @Override
    public String version() {
        return header.version();
    }

    @Override
    public String sha256() {
        return header.sha256();
    }

    @Override
    public List<String> features() {
        return header.features();
    }

    @Override
    public Map<String, List<String>> texts() {
        return header.texts();
    }

    @Override
    public String function() {
        return header.function();
    }

    @Override
    public List<String> remarks() {
        return header.remarks();
    }

    @Override
    public boolean compiled() {
        return compiled != null;
    }

    @Override
    public double score(FeatureRow row) {
        CompiledModel form = compiled;
        double[] values = form == null ? null : form.read(row);
        return finite(values == null ? reference.score(row) : form.score().value(values), row);
    }

    @Override
    public Map<String, Double> answers(FeatureRow row) {
        CompiledModel form = compiled;
        double[] values = form == null || form.answers().isEmpty() ? null : form.read(row);
        Map<String, Double> answers = values == null ? reference.answers(row) : answers(form, values);
        if (answers.isEmpty()) {
            throw RefusedScore.of(name(), reference.refusal(row));
        }
        answers.values().forEach(answer -> finite(answer, row));
        return answers;
    }

    private static Map<String, Double> answers(CompiledModel form, double[] values) {
        Map<String, Double> answers = new TreeMap<>();
        form.answers().forEach((name, formula) -> answers.put(name, formula.value(values)));
        return answers;
    }

    @Override
    public Contributions contributions(FeatureRow row) {
        double score = score(row);
        CompiledModel form = compiled;
        Contributions exact = form == null ? null : new Explanation(form, header, background).of(row, score);
        return exact == null ? new PermutationWalk(reference, header, background).of(row, score) : exact;
    }

    private double finite(double score, FeatureRow row) {
        if (Double.isFinite(score)) {
            return score;
        }
        boolean number = Double.isInfinite(score) || reference.answersNaN(row);
        throw RefusedScore.of(name(), number ? (Object) score : reference.refusal(row));
    }
}
