package io.crosswise.process.engine;

import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.runtime.BoxesRunTime;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import camundajar.impl.scala.util.Right;
import camundajar.impl.scala.util.control.NonFatal;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Evaluates the cells of decision tables as the engine's own FEEL does, but parses each cell once and builds the built-in functions
 * once; the engine as shipped does both at every evaluation.
 */
class FastFeel extends ScalaFeelEngine {
    private static final int MOST_CELLS = 20_000;

    private final ThreadLocal<VariableProvider> evaluated = new ThreadLocal<>();
    private final ValueMapper values = new FeelValues();
    private final FeelInterpreter interpreter = new FeelInterpreter(values);
    private final FunctionProvider functions = new CompositeFunctionProvider(
            toScalaList(new BuiltinFunctions(new DecisionClock(evaluated, feelEngine.clock()), values), feelEngine.functionProvider()));
    private final Parsed expressions = new Parsed(feelEngine::parseExpression);
    private final Parsed unaryTests = new Parsed(feelEngine::parseUnaryTests);

    FastFeel() {
        super(java.util.List.of());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return (T) evaluate(expressions.get(expression), new ContextVariableWrapper(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        return BoxesRunTime.unboxToBoolean(
                evaluate(unaryTests.get(expression), new CellVariables(INPUT_VARIABLE_NAME, inputVariable, variables)));
    }

    private Object evaluate(ParsedExpression expression, VariableProvider variables) {
        EvaluationFailureCollector failures = new EvaluationFailureCollector();
        String problem;
        evaluated.set(variables);
        try {
            Val value = interpreter.eval(
                    expression.expression(), new EvalContext(values, variables, functions, failures));
            String assertion = failedAssertion(failures.failures());
            if (assertion != null) {
                problem = "Assertion failure on evaluate the expression '" + expression.text() + "': " + assertion;
            } else if (value instanceof ValError error) {
                problem = "failed to evaluate expression '" + expression.text() + "': " + error.error();
            } else if (value instanceof ValFatalError error) {
                problem = "failed to evaluate expression '" + expression.text() + "': " + error.error();
            } else {
                return values.unpackVal(value);
            }
        } catch (Throwable e) {
            if (!NonFatal.apply(e)) {
                throw e;
            }
            problem = "failed to evaluate expression '" + expression.text() + "' : " + e;
        } finally {
            evaluated.set(null);
        }
        throw LOGGER.evaluationException(problem);
    }

    private static String failedAssertion(List<EvaluationFailure> failures) {
        for (List<EvaluationFailure> rest = failures; !rest.isEmpty(); rest = (List<EvaluationFailure>) rest.tail()) {
            if (rest.head().failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$) {
                return rest.head().failureMessage();
            }
        }
        return null;
    }

    /** Cells by their text. Tables come and go with deployments, so it starts over when it is full instead of growing. */
    private static final class Parsed {
        private final ConcurrentHashMap<String, Either<Failure, ParsedExpression>> cells = new ConcurrentHashMap<>();
        private final Function<String, Either<Failure, ParsedExpression>> parser;

        Parsed(Function<String, Either<Failure, ParsedExpression>> parser) {
            this.parser = parser;
        }

        ParsedExpression get(String text) {
            Either<Failure, ParsedExpression> parsed = cells.get(text);
            if (parsed == null) {
                parsed = parser.apply(text);
                if (cells.size() >= MOST_CELLS) {
                    cells.clear();
                }
                cells.put(text, parsed);
            }
            if (parsed instanceof Right<Failure, ParsedExpression> right) {
                return right.value();
            }
            throw LOGGER.evaluationException(((Left<Failure, ParsedExpression>) parsed).value().message());
        }
    }
}
