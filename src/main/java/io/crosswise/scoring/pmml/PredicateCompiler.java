package io.crosswise.scoring.pmml;

import java.util.List;
import org.dmg.pmml.CompoundPredicate;
import org.dmg.pmml.False;
import org.dmg.pmml.Predicate;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.SimpleSetPredicate;
import org.dmg.pmml.True;
import org.jpmml.evaluator.ArrayUtil;

/** Turns a predicate of PMML, which may be true, false or unknown, into tests of the kind "number below threshold". */
final class PredicateCompiler {
    /** Every level can double the number of tests. */
    private static final int DEEPEST = 8;

    private final Fields fields;
    private int depth;

    PredicateCompiler(Fields fields) {
        this.fields = fields;
    }

    Way compile(Predicate predicate, Way yes, Way no, Way unknown) {
        if (predicate instanceof True) {
            return yes;
        }
        if (predicate instanceof False) {
            return no;
        }
        if (predicate instanceof SimplePredicate simple) {
            return simple(simple, yes, no, unknown);
        }
        if (predicate instanceof SimpleSetPredicate set) {
            return set(set, yes, no, unknown);
        }
        if (predicate instanceof CompoundPredicate compound) {
            return compound(compound.requireBooleanOperator(), compound.requirePredicates(), yes, no, unknown);
        }
        throw new NotCompilable("it uses " + predicate.getClass().getSimpleName());
    }

    private Way simple(SimplePredicate predicate, Way yes, Way no, Way unknown) {
        String field = predicate.requireField();
        int slot = fields.place(field);
        SimplePredicate.Operator operator = predicate.requireOperator();
        switch (operator) {
            case IS_MISSING:
                return Way.test(slot, 0, no, no, yes);
            case IS_NOT_MISSING:
                return Way.test(slot, 0, yes, yes, no);
            case EQUAL:
                return equal(field, predicate.requireValue(), yes, no, unknown);
            case NOT_EQUAL:
                return equal(field, predicate.requireValue(), no, yes, unknown);
            default:
                break;
        }
        NotCompilable.unless(fields.isNumber(field), "it orders the categories of " + field);
        double value = fields.number(field, predicate.requireValue());
        return switch (operator) {
            case LESS_THAN -> Way.test(slot, value, yes, no, unknown);
            case GREATER_OR_EQUAL -> Way.test(slot, value, no, yes, unknown);
            case LESS_OR_EQUAL -> Way.test(slot, after(field, value), yes, no, unknown);
            case GREATER_THAN -> Way.test(slot, after(field, value), no, yes, unknown);
            default -> throw new NotCompilable("it uses the operator " + operator);
        };
    }

    private Way equal(String field, Object value, Way yes, Way no, Way unknown) {
        int slot = fields.place(field);
        double number = fields.number(field, value);
        if (Double.isNaN(number)) {
            return Way.test(slot, 0, no, no, unknown);
        }
        return Way.test(slot, number, no, Way.test(slot, after(field, number), yes, no, unknown), unknown);
    }

    private Way set(SimpleSetPredicate predicate, Way yes, Way no, Way unknown) {
        boolean in = predicate.requireBooleanOperator() == SimpleSetPredicate.BooleanOperator.IS_IN;
        Way inside = in ? yes : no;
        Way outside = in ? no : yes;
        Way way = Way.test(fields.place(predicate.requireField()), 0, outside, outside, unknown);
        for (Object value : ArrayUtil.getContent(predicate.requireArray())) {
            way = equal(predicate.requireField(), value, inside, way, unknown);
        }
        return way;
    }

    /** The smallest number above a value that the field can hold. */
    private double after(String field, double value) {
        if (!fields.isNumber(field)) {
            return value + 0.5;
        }
        return fields.isFloat(field) ? Math.nextUp((float) value) : Math.nextUp(value);
    }

    /** From the last part to the first; "tainted" is where a walk goes on that has met an unknown part; of an XOR, an odd number of true ones. */
    private Way compound(
            CompoundPredicate.BooleanOperator operator, List<Predicate> parts, Way yes, Way no, Way unknown) {
        NotCompilable.unless(++depth <= DEEPEST, "its predicates are nested too deeply");
        Way clean = switch (operator) {
            case AND -> yes;
            case SURROGATE -> unknown;
            default -> no;
        };
        Way tainted = operator == CompoundPredicate.BooleanOperator.XOR ? yes : unknown;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Predicate part = parts.get(i);
            Way before = clean;
            Way after = tainted;
            switch (operator) {
                case AND -> {
                    clean = compile(part, before, no, after);
                    tainted = compile(part, after, no, after);
                }
                case OR -> {
                    clean = compile(part, yes, before, after);
                    tainted = compile(part, yes, after, after);
                }
                case SURROGATE -> clean = compile(part, yes, no, before);
                case XOR -> {
                    clean = compile(part, after, before, unknown);
                    tainted = compile(part, before, after, unknown);
                }
            }
        }
        depth--;
        return clean;
    }
}
