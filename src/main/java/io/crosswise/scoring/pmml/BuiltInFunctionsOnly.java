package io.crosswise.scoring.pmml;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.dmg.pmml.Apply;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.VisitorAction;
import org.jpmml.model.visitors.AbstractVisitor;

/**
 * Finds a function that is not built into PMML 4.4. JPMML takes an unknown function name for the name of a Java class and
 * creates an instance of it, so a model file could run code.
 */
class BuiltInFunctionsOnly extends AbstractVisitor {
    private static final Set<String> BUILT_IN = Arrays.stream(PMMLFunctions.class.getFields())
            .map(BuiltInFunctionsOnly::value)
            .collect(Collectors.toUnmodifiableSet());

    private String foreign;

    /** The first function that is not built in, or null. */
    static String foreignFunction(PMML pmml) {
        BuiltInFunctionsOnly visitor = new BuiltInFunctionsOnly();
        visitor.applyTo(pmml);
        return visitor.foreign;
    }

    @Override
    public VisitorAction visit(Apply apply) {
        if (!BUILT_IN.contains(apply.getFunction())) {
            foreign = String.valueOf(apply.getFunction());
            return VisitorAction.TERMINATE;
        }
        return super.visit(apply);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
