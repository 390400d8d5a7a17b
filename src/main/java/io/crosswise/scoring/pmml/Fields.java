package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.Slot.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dmg.pmml.DataType;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.OpType;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.jpmml.evaluator.InputField;

/** The input fields of one model file, as slots of a {@link FlatRow}. */
final class Fields {
    private final Map<String, Input> inputs = new HashMap<>();
    private final Slots slots;
    private final Map<String, Integer> places = new HashMap<>();

    Fields(List<Input> inputs, Slots slots) {
        inputs.forEach(input -> this.inputs.put(input.name(), input));
        this.slots = slots;
    }

    boolean has(String field) {
        return inputs.containsKey(field);
    }

    boolean isNumber(String field) {
        return inputs.get(field).category() == null;
    }

    boolean isFloat(String field) {
        return inputs.get(field).field().getDataType() == DataType.FLOAT;
    }

    /** The place of a field's number. */
    int place(String field) {
        return places.computeIfAbsent(field, name -> slots.place(slot(name)));
    }

    /** The places of all fields asked for. */
    Set<Integer> places() {
        return new TreeSet<>(places.values());
    }

    /** A threshold, or the place of a category, in the form the field's slot has it. */
    double number(String field, Object value) {
        Input input = inputs.get(field);
        if (input.category() != null) {
            int place = input.category().values().indexOf(String.valueOf(value));
            return place < 0 ? Double.NaN : place;
        }
        double number = value instanceof Number known ? known.doubleValue() : Double.parseDouble(String.valueOf(value));
        return isFloat(field) ? (float) number : number;
    }

    private Slot slot(String name) {
        Input input = inputs.get(name);
        NotCompilable.unless(input != null, "it reads " + name + ", which is no input field");
        InputField field = input.field();
        MiningField mining = field.getMiningField();
        OutlierTreatmentMethod outliers = mining.getOutlierTreatment();
        NotCompilable.unless(
                outliers != OutlierTreatmentMethod.AS_MISSING_VALUES, name + " has outliers that count as missing");
        NotCompilable.unless(mining.getInvalidValueReplacement() == null, name + " has a replacement of invalid values");
        if (input.category() != null) {
            return category(input.category(), mining);
        }
        NotCompilable.unless(field.getOpType() == OpType.CONTINUOUS && !input.restricted(), name + " is restricted");
        Object replacement = mining.getMissingValueReplacement();
        boolean bounded = outliers == OutlierTreatmentMethod.AS_EXTREME_VALUES;
        return Slot.number(
                input.feature(),
                kind(field.getDataType()),
                bounded && mining.getLowValue() != null ? mining.getLowValue().doubleValue() : -Double.MAX_VALUE,
                bounded && mining.getHighValue() != null ? mining.getHighValue().doubleValue() : Double.MAX_VALUE,
                replacement == null ? null : number(name, replacement));
    }

    private static Slot category(Category category, MiningField mining) {
        NotCompilable.unless(!category.values().isEmpty(), mining.getName() + " does not declare its values");
        boolean any = mining.getInvalidValueTreatment() == InvalidValueTreatmentMethod.AS_IS;
        Slot slot = Slot.category(category, any, null);
        Object replacement = mining.getMissingValueReplacement();
        if (replacement == null) {
            return slot;
        }
        double place = slot.place(String.valueOf(replacement));
        NotCompilable.unless(place != Slot.UNUSUAL, mining.getName() + " is replaced by a value it does not declare");
        return Slot.category(category, any, place);
    }

    private static Kind kind(DataType type) {
        return switch (type) {
            case FLOAT -> Kind.FLOAT;
            case DOUBLE -> Kind.DOUBLE;
            case INTEGER -> Kind.INTEGER;
            default -> throw new NotCompilable("it reads numbers as " + type.value());
        };
    }
}
