package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.UnusableModel;
import io.crosswise.shared.StableHash;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.ValidationEvent;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.Header;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.ModelVerification;
import org.dmg.pmml.ResultFeature;
import org.jpmml.evaluator.InlineTableUtil;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.visitors.ModelEvaluatorVisitorBattery;
import org.jpmml.model.JAXBUtil;

/**
 * A PMML file on its way into the registry: parsed, checked, verified against its embedded records and warmed. A file that
 * fails any of these is refused as a whole.
 *
 * @param name of the model
 */
record JpmmlModelFile(String name, byte[] content, FieldMapping mapping) {
    private static final int WARM_UP_CALLS = 300;

    /** @throws UnusableModel saying which file and why */
    JpmmlModel load() {
        ModelEvaluator<?> evaluator = evaluator();
        String sha256 = StableHash.sha256(content);
        JpmmlModel model = new JpmmlModel(name, version(evaluator, sha256), sha256, evaluator, mapping, output(evaluator));
        warm(model, verify(evaluator));
        return model;
    }

    /** Builds JPMML's XML binding, which takes a second, once: it is not guarded against two threads at a time. */
    static void prepareParser() {
        try {
            JAXBUtil.getContext();
        } catch (JAXBException e) {
            throw new IllegalStateException("The PMML parser is not usable", e);
        }
    }

    private ModelEvaluator<?> evaluator() {
        LoadingModelEvaluatorBuilder builder = new LoadingModelEvaluatorBuilder();
        builder.setVisitors(new ModelEvaluatorVisitorBattery(false));
        builder.setValidationEventHandler(event -> event.getSeverity() == ValidationEvent.WARNING);
        try {
            // The parser of JPMML refuses a DOCTYPE, and with it external entities.
            builder.load(new ByteArrayInputStream(content));
        } catch (Exception e) {
            throw UnusableModel.of(name, "it cannot be read as PMML", e);
        }
        String foreign = BuiltInFunctionsOnly.foreignFunction(builder.getPMML());
        if (foreign != null) {
            throw UnusableModel.of(name, "it applies " + foreign + ", which is no built-in function of PMML");
        }
        try {
            return builder.build();
        } catch (Exception e) {
            throw UnusableModel.of(name, "it cannot be evaluated", e);
        }
    }

    /** The header's {@code modelVersion}; without one the file's fingerprint, so that a score still names what gave it. */
    private static String version(ModelEvaluator<?> evaluator, String sha256) {
        Header header = evaluator.getPMML().getHeader();
        String version = header == null ? null : header.getModelVersion();
        return version == null ? sha256.substring(0, 12) : version;
    }

    /** P(label = 1) of a classification, the predicted value of a regression. */
    private String output(ModelEvaluator<?> evaluator) {
        if (mapping.output() != null) {
            return mapping.output();
        }
        for (OutputField field : evaluator.getOutputFields()) {
            if (field.getField().getResultFeature() == ResultFeature.PROBABILITY
                    && "1".equals(String.valueOf(field.getField().getValue()))) {
                return field.getName();
            }
        }
        if (evaluator.getMiningFunction() == MiningFunction.REGRESSION) {
            return evaluator.getTargetName();
        }
        throw UnusableModel.of(name, "it has no output field for the probability of label 1");
    }

    private List<Map<String, Object>> verify(ModelEvaluator<?> evaluator) {
        ModelVerification verification = evaluator.getModel().getModelVerification();
        if (verification == null) {
            throw UnusableModel.of(name, "it has no ModelVerification, so nobody can tell whether it scores as trained");
        }
        try {
            evaluator.verify();
        } catch (Exception e) {
            throw UnusableModel.of(name, "it does not answer as its ModelVerification says", e);
        }
        return List.copyOf(InlineTableUtil.getContent(verification.requireInlineTable()).rowMap().values());
    }

    /** Scores the verification records until the compiler has seen the model; the first call of a cold one takes 10 to 50 ms. */
    private void warm(JpmmlModel model, List<Map<String, Object>> records) {
        if (records.isEmpty()) {
            throw UnusableModel.of(name, "its ModelVerification holds no record");
        }
        try {
            for (int call = 0; call < WARM_UP_CALLS; call++) {
                model.score(FeatureRow.of(features(model, records.get(call % records.size()))));
            }
        } catch (RefusedScore | IllegalArgumentException e) {
            throw UnusableModel.of(name, "it cannot score its own verification records", e);
        }
    }

    private static Map<String, Double> features(JpmmlModel model, Map<String, Object> verification) {
        Map<String, Double> features = new HashMap<>();
        for (InputField field : model.evaluator().getActiveFields()) {
            Object value = verification.get(field.getName());
            if (value != null) {
                features.put(model.mapping().feature(field.getName()), Double.valueOf(value.toString()));
            }
        }
        return features;
    }
}
