package io.crosswise.learning.xgboost;

import io.crosswise.learning.Calibration;
import io.crosswise.learning.Column;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.Extension;
import org.dmg.pmml.Header;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.Model;
import org.dmg.pmml.PMML;
import org.dmg.pmml.True;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.regression.NumericPredictor;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.regression.RegressionTable;
import org.dmg.pmml.tree.LeafNode;
import org.dmg.pmml.tree.TreeModel;
import org.jpmml.model.metro.MetroJAXBSerializer;
import org.jpmml.xgboost.FeatureMap;
import org.jpmml.xgboost.HasXGBoostOptions;
import org.jpmml.xgboost.XGBoostUtil;

/** Turns a trained XGBoost model into the PMML file that scores at decision time. */
class PmmlConversion {
    private final TrainingSet set;
    private final TrainingSettings settings;
    private final Calibration calibration;

    PmmlConversion(TrainingSet set, TrainingSettings settings, Calibration calibration) {
        this.set = set;
        this.settings = settings;
        this.calibration = calibration;
    }

    /** @param margins what XGBoost itself answers for the verification rows, so that the file proves the conversion too */
    byte[] convert(byte[] ubjson, double[][] verification, double[] margins) {
        try {
            PMML pmml = XGBoostUtil.loadLearner(new ByteArrayInputStream(ubjson))
                    .encodePMML(Map.of(HasXGBoostOptions.OPTION_COMPACT, true), "y", null, featureMap());
            pmml.setHeader(header(pmml.getHeader()));
            MiningModel model = (MiningModel) pmml.getModels().get(0);
            model.setModelName(set.model());
            takeAnyCategory(model);
            boolean probability = set.objective() == Objective.PROBABILITY;
            startFromTheBase(probability ? (MiningModel) step(model, 0) : model);
            if (probability) {
                calibrate((RegressionModel) step(model, 1));
            }
            VerificationTable table = new VerificationTable(set, probability ? calibration : null);
            model.setModelVerification(table.of(model, verification, margins));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            new MetroJAXBSerializer().serializePretty(pmml, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JAXBException e) {
            throw new IllegalStateException("The PMML of " + set.model() + " cannot be written", e);
        }
    }

    private static Model step(MiningModel model, int place) {
        return model.requireSegmentation().requireSegments().get(place).requireModel();
    }

    /**
     * XGBoost starts from the base score and adds tree by tree; the converter adds the base last. With 32-bit floats that
     * differs by up to 3e-6 of a probability, so the base becomes the first summand here too.
     */
    private static void startFromTheBase(MiningModel sum) {
        if (sum.getTargets() == null) {
            return;
        }
        Number base = sum.getTargets().requireTargets().get(0).getRescaleConstant();
        sum.setTargets(null);
        TreeModel constant = new TreeModel(
                        MiningFunction.REGRESSION, new MiningSchema(), new LeafNode(base, True.INSTANCE))
                .setMathContext(MathContext.FLOAT);
        sum.requireSegmentation().requireSegments().add(0, new Segment(True.INSTANCE, constant).setId("0"));
    }

    /** The last step turns the trees' log-odds into a probability: Platt's coefficient and intercept belong there. */
    private void calibrate(RegressionModel logistic) {
        for (RegressionTable table : logistic.requireRegressionTables()) {
            for (NumericPredictor predictor : table.getNumericPredictors()) {
                predictor.setCoefficient((float) calibration.coefficient());
                table.setIntercept((float) calibration.intercept());
            }
        }
    }

    /**
     * A value that training has not met is none of the known ones, rather than an error. None at all is a value of its own:
     * version 1.9.6 of the converter takes every split of an indicator for one between 0 and 1, also where XGBoost parts the
     * missing from the others.
     */
    private void takeAnyCategory(MiningModel model) {
        List<String> categorical = set.columns().stream()
                .filter(Column::isCategorical)
                .map(Column::name)
                .toList();
        for (MiningField field : model.requireMiningSchema().getMiningFields()) {
            if (categorical.contains(field.getName())) {
                field.setInvalidValueTreatment(InvalidValueTreatmentMethod.AS_IS)
                        .setMissingValueReplacement(Column.MISSING);
            }
        }
    }

    private FeatureMap featureMap() {
        FeatureMap map = new FeatureMap();
        set.columns().forEach(column -> map.addEntry(column.label(), column.isCategorical() ? "i" : "q"));
        return map;
    }

    /** Without a time stamp: the same training gives the same bytes. */
    private Header header(Header converter) {
        String answer = set.objective() == Objective.PROBABILITY ? "P(y = 1)" : "Expected y";
        return new Header()
                .setModelVersion(settings.version())
                .setDescription(answer + " for " + set.model() + ", gradient-boosted trees")
                .setApplication(converter.getApplication())
                .addExtensions(
                        new Extension().setName("dataSha256").setValue(set.dataSha256()),
                        new Extension().setName("features").setValue(String.join(" ", set.features())));
    }
}
