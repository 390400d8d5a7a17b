package io.crosswise.scoring.pmml;

import java.util.List;
import java.util.Map;
import org.dmg.pmml.Apply;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.LinearNorm;
import org.dmg.pmml.NormContinuous;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.dmg.pmml.PMMLFunctions;

/** Turns the arithmetic expressions of PMML into formulas; a missing argument makes a missing result. */
final class ExpressionCompiler {
    private final Fields fields;
    private final Map<String, Formula> declared;

    /** @param declared derived fields and answers of earlier models, by name */
    ExpressionCompiler(Fields fields, Map<String, Formula> declared) {
        this.fields = fields;
        this.declared = declared;
    }

    Formula derived(DerivedField field) {
        Formula formula = compile(field.requireExpression());
        return switch (field.requireDataType()) {
            case DOUBLE -> formula;
            case FLOAT -> new Rounded(formula);
            default -> throw new NotCompilable("it derives a " + field.getDataType().value());
        };
    }

    Formula compile(Expression expression) {
        if (expression instanceof Constant constant) {
            NotCompilable.unless(
                    !constant.isMissing() && constant.getDataType() != DataType.STRING, "it has constants of another kind");
            double value = Double.parseDouble(String.valueOf(constant.getValue()));
            return new Calculated(row -> value);
        }
        if (expression instanceof FieldRef reference) {
            NotCompilable.unless(reference.getMapMissingTo() == null, "it maps a missing field");
            return field(reference.requireField());
        }
        if (expression instanceof NormContinuous norm) {
            return norm(norm);
        }
        if (expression instanceof Apply apply) {
            NotCompilable.unless(
                    apply.getMapMissingTo() == null && apply.getDefaultValue() == null, "it maps missing results");
            return function(apply.requireFunction(), apply.getExpressions().stream().map(this::compile).toList());
        }
        throw new NotCompilable("it uses " + expression.getClass().getSimpleName());
    }

    /** A declared number or a numeric input. */
    Formula field(String name) {
        Formula known = declared.get(name);
        if (known != null) {
            return known;
        }
        NotCompilable.unless(fields.has(name) && fields.isNumber(name), name + " is no number");
        int place = fields.place(name);
        return new Calculated(row -> row[place]);
    }

    private Formula norm(NormContinuous norm) {
        List<LinearNorm> points = norm.requireLinearNorms();
        NotCompilable.unless(
                points.size() == 2 && norm.getOutlierTreatment() == OutlierTreatmentMethod.AS_IS, "it normalises in pieces");
        Formula of = field(norm.requireField());
        double from = points.get(0).requireOrig().doubleValue();
        double start = points.get(0).requireNorm().doubleValue();
        double step = points.get(1).requireOrig().doubleValue() - from;
        double rise = points.get(1).requireNorm().doubleValue() - start;
        double missing = norm.getMapMissingTo() == null ? Double.NaN : norm.getMapMissingTo().doubleValue();
        return new Calculated(row -> {
            double value = of.value(row);
            return Double.isNaN(value) ? missing : start + (value - from) / step * rise;
        });
    }

    private static Formula function(String name, List<Formula> arguments) {
        Formula first = arguments.get(0);
        Formula second = arguments.size() > 1 ? arguments.get(1) : null;
        return switch (name) {
            case PMMLFunctions.ADD -> new Calculated(row -> first.value(row) + second.value(row));
            case PMMLFunctions.SUBTRACT -> new Calculated(row -> first.value(row) - second.value(row));
            case PMMLFunctions.MULTIPLY -> new Calculated(row -> first.value(row) * second.value(row));
            case PMMLFunctions.DIVIDE -> new Calculated(row -> first.value(row) / second.value(row));
            case PMMLFunctions.LN -> new Calculated(row -> Math.log(first.value(row)));
            case PMMLFunctions.EXP -> new Calculated(row -> Math.exp(first.value(row)));
            case PMMLFunctions.SQRT -> new Calculated(row -> Math.sqrt(first.value(row)));
            case PMMLFunctions.MIN -> new Calculated(row -> smallest(arguments, row));
            case PMMLFunctions.MAX -> new Calculated(row -> largest(arguments, row));
            case PMMLFunctions.ISMISSING -> new Calculated(row -> Double.isNaN(first.value(row)) ? 1 : 0);
            case PMMLFunctions.ISNOTMISSING -> new Calculated(row -> Double.isNaN(first.value(row)) ? 0 : 1);
            case PMMLFunctions.EQUAL -> new Calculated(row -> compare(first.value(row), second.value(row)));
            case PMMLFunctions.IF -> choice(arguments);
            default -> throw new NotCompilable("it applies " + name);
        };
    }

    private static Formula choice(List<Formula> arguments) {
        Formula condition = arguments.get(0);
        Formula yes = arguments.get(1);
        Formula no = arguments.size() > 2 ? arguments.get(2) : new Calculated(row -> Double.NaN);
        return new Calculated(row -> {
            double holds = condition.value(row);
            return Double.isNaN(holds) ? Double.NaN : holds == 1 ? yes.value(row) : no.value(row);
        });
    }

    private static double compare(double one, double other) {
        return Double.isNaN(one) || Double.isNaN(other) ? Double.NaN : one == other ? 1 : 0;
    }

    private static double smallest(List<Formula> arguments, double[] row) {
        double smallest = Double.POSITIVE_INFINITY;
        for (Formula argument : arguments) {
            smallest = Math.min(smallest, argument.value(row));
        }
        return smallest;
    }

    private static double largest(List<Formula> arguments, double[] row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (Formula argument : arguments) {
            largest = Math.max(largest, argument.value(row));
        }
        return largest;
    }
}
