package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.UnusableModel;
import io.crosswise.shared.StableHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dmg.pmml.Header;
import org.dmg.pmml.ModelVerification;
import org.jpmml.evaluator.InlineTableUtil;
import org.jpmml.evaluator.ModelEvaluator;

/**
 * A PMML file on its way into the registry: parsed, checked, verified against its embedded records and warmed. A file that fails any
 * of these is refused as a whole.
 */
final class PmmlModelFile {
    static final String UNVERIFIED =
            "it has no ModelVerification, so nobody can tell whether it scores as trained; scored on generated rows only";
    private static final int GENERATED_ROWS = 100;
    private static final long SEED = 4_242;

    private final ModelFile file;

    PmmlModelFile(ModelFile file) {
        this.file = file;
    }

    /** @throws UnusableModel saying which file and why */
    PmmlModel load() {
        ModelEvaluator<?> evaluator = new PmmlParser(file).parse();
        List<Input> inputs = Input.of(evaluator, file.mapping());
        checkMapping(inputs);
        Answer answer = Answer.of(file.name(), evaluator, file.mapping().output());
        List<FeatureRow> verified = verify(evaluator, inputs);
        Reference reference = new Reference(evaluator, inputs, answer);
        List<FeatureRow> generated = RandomRows.within(verified, inputs, SEED).next(GENERATED_ROWS);
        new FirstScores(file.name(), reference).of(verified, generated);
        List<FeatureRow> background = verified.isEmpty() ? generated : verified;
        return new PmmlModel(header(evaluator, inputs, !verified.isEmpty()), evaluator, answer, reference, background);
    }

    private void checkMapping(List<Input> inputs) {
        Set<String> fields = Set.copyOf(inputs.stream().map(Input::name).toList());
        for (String field : file.mapping().featureByField().keySet()) {
            if (!fields.contains(field)) {
                throw refused("the mapping names the field " + field + ", which it does not read; it reads " + fields);
            }
        }
    }

    /** The header's {@code modelVersion}; without one the file's fingerprint, so that a score still names what gave it. */
    private PmmlHeader header(ModelEvaluator<?> evaluator, List<Input> inputs, boolean verified) {
        String sha256 = StableHash.sha256(file.pmml());
        Header header = evaluator.getPMML().getHeader();
        String version = header == null ? null : header.getModelVersion();
        return new PmmlHeader(
                file.name(),
                version == null ? sha256.substring(0, 12) : version,
                sha256,
                evaluator.getMiningFunction().value(),
                inputs,
                inputs.stream().map(Input::feature).distinct().toList(),
                verified ? List.of() : List.of(UNVERIFIED),
                verified);
    }

    private List<FeatureRow> verify(ModelEvaluator<?> evaluator, List<Input> inputs) {
        ModelVerification verification = evaluator.getModel().getModelVerification();
        if (verification == null) {
            return List.of();
        }
        try {
            evaluator.verify();
        } catch (Exception e) {
            throw refused("it does not answer as its ModelVerification says", e);
        }
        List<FeatureRow> rows = new ArrayList<>();
        for (Map<String, Object> record :
                InlineTableUtil.getContent(verification.requireInlineTable()).rowMap().values()) {
            Map<String, Object> values = new HashMap<>();
            verification.requireVerificationFields().forEach(field -> values.put(
                    field.requireField(), record.get(field.getColumn() == null ? field.requireField() : field.getColumn())));
            rows.add(FeatureRow.of(Input.features(inputs, values)));
        }
        if (rows.isEmpty()) {
            throw refused("its ModelVerification holds no record");
        }
        return rows;
    }

    private UnusableModel refused(String what) {
        return UnusableModel.of(file.name(), what);
    }

    private UnusableModel refused(String what, Exception cause) {
        return UnusableModel.of(file.name(), what, cause);
    }
}
