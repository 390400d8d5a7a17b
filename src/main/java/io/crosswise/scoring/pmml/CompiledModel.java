package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.pmml.ModelCompiler.Compiled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jpmml.evaluator.ModelEvaluator;

/** A PMML model as formulas on a {@link FlatRow}; answers what JPMML answers, or nothing where JPMML has to judge a value. */
final class CompiledModel {
    private final Slots slots;
    private final Formula score;
    private final Map<String, Formula> answers;
    private final int[] guarded;
    private final int size;
    private final Set<Integer> places;

    private CompiledModel(Slots slots, Formula score, Map<String, Formula> answers, Fields fields) {
        this.slots = slots;
        this.score = score;
        this.answers = answers;
        Slot[] all = slots.all();
        this.places = fields.places();
        this.guarded = places.stream().mapToInt(i -> i).filter(i -> all[i].guarded()).toArray();
        this.size = places.stream().mapToInt(i -> i + 1).max().orElse(0);
    }

    /**
     * @param named the numbers JPMML answers by name; those of the compiled model are used only when it answers them all
     * @throws NotCompilable when the model uses something that only JPMML evaluates here
     */
    static CompiledModel of(
            ModelEvaluator<?> evaluator, List<Input> inputs, Answer answer, Set<String> named, Slots slots) {
        Fields fields = new Fields(inputs, slots);
        Compiled compiled =
                new ModelCompiler(fields).compile(evaluator.getPMML(), evaluator.getModel(), targetName(evaluator));
        Formula score = answer.formula(compiled);
        NotCompilable.unless(score != null, "its score is none of the compiled answers");
        Map<String, Formula> answers = new HashMap<>();
        if (compiled.answers().keySet().containsAll(named)) {
            named.forEach(name -> answers.put(name, compiled.answers().get(name)));
        }
        return new CompiledModel(slots, score, answers, fields);
    }

    private static String targetName(ModelEvaluator<?> evaluator) {
        return evaluator.getTargetFields().size() > 1 ? null : evaluator.getTargetName();
    }

    /** The row's numbers; null when JPMML has to judge one of them. */
    double[] read(FeatureRow row) {
        double[] values = FlatRow.of(row, slots, size);
        for (int place : guarded) {
            if (values[place] == Slot.UNUSUAL) {
                return null;
            }
        }
        return values;
    }

    Formula score() {
        return score;
    }

    /** By name; empty when JPMML answers more. */
    Map<String, Formula> answers() {
        return answers;
    }

    /** Which of the features each slot belongs to, −1 for slots of other models. */
    int[] featureBySlot(List<String> features) {
        int[] featureBySlot = new int[size];
        Slot[] all = slots.all();
        for (int i = 0; i < size; i++) {
            featureBySlot[i] = places.contains(i) ? features.indexOf(all[i].feature()) : -1;
        }
        return featureBySlot;
    }

    /** The thresholds its trees compare a feature with, in ascending order. */
    Map<String, Set<Double>> thresholds() {
        Map<String, Set<Double>> thresholds = new HashMap<>();
        Slot[] all = slots.all();
        Formulas.treesIn(score).forEach(trees -> {
            for (int i = 0; i < trees.slots().length; i++) {
                String feature = all[trees.slots()[i]].feature();
                thresholds.computeIfAbsent(feature, name -> new TreeSet<>()).add(trees.thresholds()[i]);
            }
        });
        return thresholds;
    }
}
