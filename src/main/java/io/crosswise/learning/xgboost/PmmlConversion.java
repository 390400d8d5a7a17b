package io.crosswise.learning.xgboost;

import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.Extension;
import org.dmg.pmml.Header;
import org.dmg.pmml.InlineTable;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.Model;
import org.dmg.pmml.ModelVerification;
import org.dmg.pmml.PMML;
import org.dmg.pmml.True;
import org.dmg.pmml.VerificationField;
import org.dmg.pmml.VerificationFields;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.tree.LeafNode;
import org.dmg.pmml.tree.TreeModel;
import org.jpmml.converter.PMMLUtil;
import org.jpmml.model.metro.MetroJAXBSerializer;
import org.jpmml.xgboost.FeatureMap;
import org.jpmml.xgboost.HasXGBoostOptions;
import org.jpmml.xgboost.XGBoostUtil;

/** Turns a trained XGBoost model into the PMML file that scores at decision time. */
class PmmlConversion {
    /** Relative; XGBoost and JPMML both compute in 32-bit floats, so they differ in the last bit or two. */
    private static final double PRECISION = 1e-6;
    private static final String PROBABILITY = "probability(1)";

    private final TrainingSet set;
    private final TrainingSettings settings;

    PmmlConversion(TrainingSet set, TrainingSettings settings) {
        this.set = set;
        this.settings = settings;
    }

    /** @param expected what XGBoost itself answers for the verification rows, so that the file proves the conversion too */
    byte[] convert(byte[] ubjson, double[][] verification, double[] expected) {
        try {
            PMML pmml = XGBoostUtil.loadLearner(new ByteArrayInputStream(ubjson))
                    .encodePMML(Map.of(HasXGBoostOptions.OPTION_COMPACT, true), "y", null, featureMap());
            pmml.setHeader(header(pmml.getHeader()));
            Model model = pmml.getModels().get(0);
            model.setModelName(set.model());
            startFromTheBase(((MiningModel) model).requireSegmentation().requireSegments().get(0).requireModel());
            model.setModelVerification(verification(model, verification, expected));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            new MetroJAXBSerializer().serializePretty(pmml, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JAXBException e) {
            throw new IllegalStateException("The PMML of " + set.model() + " cannot be written", e);
        }
    }

    /**
     * XGBoost starts from the base score and adds tree by tree; the converter adds the base last. With 32-bit floats that
     * differs by up to 3e-6 of a probability, so the base becomes the first summand here too.
     */
    private static void startFromTheBase(Model sum) {
        Number base = sum.getTargets().requireTargets().get(0).getRescaleConstant();
        sum.setTargets(null);
        TreeModel constant = new TreeModel(
                        MiningFunction.REGRESSION, new MiningSchema(), new LeafNode(base, True.INSTANCE))
                .setMathContext(MathContext.FLOAT);
        ((MiningModel) sum).requireSegmentation().requireSegments().add(0, new Segment(True.INSTANCE, constant).setId("0"));
    }

    private FeatureMap featureMap() {
        FeatureMap map = new FeatureMap();
        set.features().forEach(feature -> map.addEntry(feature, "q"));
        return map;
    }

    /** Without a time stamp: the same training gives the same bytes. */
    private Header header(Header converter) {
        return new Header()
                .setModelVersion(settings.version())
                .setDescription("P(label = 1) for " + set.model() + ", gradient-boosted trees")
                .setApplication(converter.getApplication())
                .addExtensions(
                        new Extension().setName("marketSha256").setValue(set.marketSha256()),
                        new Extension().setName("features").setValue(String.join(" ", set.features())));
    }

    private ModelVerification verification(Model model, double[][] rows, double[] expected) {
        VerificationFields fields = new VerificationFields();
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        for (MiningField field : model.requireMiningSchema().getMiningFields()) {
            int column = set.features().indexOf(field.getName());
            if (column >= 0) {
                fields.addVerificationFields(new VerificationField(field.getName(), field.getName()));
                columns.put(field.getName(), column(rows, column));
            }
        }
        fields.addVerificationFields(new VerificationField(PROBABILITY, "expected").setPrecision(PRECISION));
        columns.put("expected", column(expected));
        InlineTable table = PMMLUtil.createInlineTable(columns);
        return new ModelVerification(fields, table).setRecordCount(rows.length).setFieldCount(columns.size());
    }

    private static List<Object> column(double[][] rows, int column) {
        List<Object> values = new ArrayList<>();
        for (double[] row : rows) {
            values.add(Double.isNaN(row[column]) ? null : (Object) (float) row[column]);
        }
        return values;
    }

    private static List<Object> column(double[] expected) {
        List<Object> values = new ArrayList<>();
        for (double value : expected) {
            values.add((float) value);
        }
        return values;
    }
}
