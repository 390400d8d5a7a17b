package io.crosswise.scoring.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.UnusableModel;
import io.crosswise.shared.StableHash;
import java.util.Map;
import org.jpmml.evaluator.functions.StringFunction;
import org.junit.jupiter.api.Test;

class PmmlModelFileTest {
    private static final PmmlText SOUND = PmmlText.sound();

    @Test
    void carriesVersionAndFingerprint() {
        var model = SOUND.load();
        assertThat(model.version()).isEqualTo("7");
        assertThat(model.sha256()).isEqualTo(StableHash.sha256(SOUND.bytes()));
    }

    @Test
    void aFileWithoutVersionIsKnownByItsFingerprint() {
        var model = SOUND.replacing(" modelVersion=\"7\"", "").load();
        assertThat(model.version()).hasSize(12).isEqualTo(model.sha256().substring(0, 12));
    }

    @Test
    void scoresTheProbabilityOfLabelOne() {
        assertThat(SOUND.load().score(FeatureRow.of(Map.of("tenure", 40.0)))).isCloseTo(0.7310585786, within(1e-9));
    }

    @Test
    void refusesAModelThatAnswersNaN() {
        var file = SOUND.replacing("coefficient=\"0.6\"", "coefficient=\"NaN\"")
                .replacing("<yes>0.7310585786300049</yes>", "")
                .replacing("<yes>0.5</yes>", "<tenure>1</tenure>");
        refused(file, "it cannot score its own verification records");
    }

    @Test
    void refusesAScoreThatTurnsInfiniteLater() {
        var model = SOUND.replacing("normalizationMethod=\"logit\"", "")
                .replacing("functionName=\"classification\"", "functionName=\"regression\"")
                .replacing("optype=\"categorical\" dataType=\"integer\"><Value value=\"0\"/><Value value=\"1\"/>", "optype=\"continuous\" dataType=\"double\">")
                .without("<Output>", "</Output>")
                .replacing("targetCategory=\"1\"", "")
                .without("<RegressionTable intercept=\"0.0\"", "/>")
                .replacing("function=\"/\"", "function=\"ln\"")
                .replacing("<Constant>12</Constant>", "")
                .replacing("field=\"yes\"", "field=\"y\"")
                .replacing("<yes>0.7310585786300049</yes>", "")
                .replacing("<yes>0.5</yes>", "")
                .load();
        assertThat(model.score(FeatureRow.of(Map.of("tenure", 1.0)))).isEqualTo(-1.0);
        assertThatThrownBy(() -> model.score(FeatureRow.of(Map.of("tenure", 0.0)))).isInstanceOf(RefusedScore.class);
    }

    @Test
    void aModelWithoutVerificationLoadsAndSaysSo() {
        var model = SOUND.without("<ModelVerification", "</ModelVerification>").load();
        assertThat(model.remarks()).singleElement().asString().contains("no ModelVerification");
        assertThat(model.score(FeatureRow.of(Map.of("tenure", 40.0)))).isCloseTo(0.7310585786, within(1e-9));
        assertThat(SOUND.load().remarks()).isEmpty();
    }

    @Test
    void refusesAScoreThatIsInfiniteWithinTheRangeOfItsInputs() {
        var file = SOUND.replacing("normalizationMethod=\"logit\"", "normalizationMethod=\"exp\"")
                .replacing("functionName=\"classification\"", "functionName=\"regression\"")
                .replacing("optype=\"categorical\" dataType=\"integer\"><Value value=\"0\"/><Value value=\"1\"/>", "optype=\"continuous\" dataType=\"double\">")
                .without("<Output>", "</Output>")
                .replacing("targetCategory=\"1\"", "")
                .without("<RegressionTable intercept=\"0.0\"", "/>")
                .replacing("<Constant>12</Constant>", "<Constant>0.00001</Constant>")
                .replacing("field=\"yes\"", "field=\"y\"")
                .replacing("<row><tenure>40</tenure><yes>0.7310585786300049</yes></row>", "<row><tenure>0</tenure></row><row><tenure>40</tenure></row>")
                .replacing("<row><yes>0.5</yes></row>", "");
        refused(file, "Infinity");
    }

    @Test
    void refusesAMappingOfAFieldItDoesNotRead() {
        assertThatThrownBy(() -> SOUND.load(new FieldMapping(Map.of("colour", "arpu"), null)))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("colour");
    }

    @Test
    void refusesAnOutputItDoesNotHave() {
        assertThatThrownBy(() -> SOUND.load(new FieldMapping(Map.of(), "lift")))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("lift")
                .hasMessageContaining("yes");
    }

    @Test
    void readsItsFieldsUnderTheNamesOfOurFeatures() {
        var model = SOUND.load(new FieldMapping(Map.of("tenure", "tenure_months"), "no"));
        assertThat(model.features()).containsExactly("tenure_months");
        assertThat(model.score(FeatureRow.of(Map.of("tenure_months", 40.0)))).isCloseTo(0.2689414214, within(1e-9));
    }

    @Test
    void stopsLoadingWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            refused(SOUND, "interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesAnEmptyVerification() {
        refused(SOUND.without("<row><tenure>40", "<row><yes>0.5</yes></row>"), "holds no record");
    }

    @Test
    void refusesAModelThatDoesNotScoreAsVerified() {
        refused(SOUND.replacing("0.7310585786300049", "0.7310586"), "it does not answer as its ModelVerification says");
    }

    @Test
    void refusesADocumentType() {
        var file = SOUND.replacing("<PMML ", "<!DOCTYPE PMML [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><PMML ");
        refused(file, "it cannot be read as PMML");
    }

    @Test
    void refusesAFunctionThatNamesAJavaClass() {
        var file = SOUND.replacing("function=\"/\"", "function=\"" + StringFunction.class.getName() + "\"");
        refused(file, "org.jpmml.evaluator.functions.StringFunction, which is no built-in function");
    }

    @Test
    void takesTheProbabilityFromTheTargetWhenNoOutputNamesIt() {
        var model = SOUND.without("<OutputField name=\"yes\"", "/>")
                .replacing("<VerificationField field=\"yes\" column=\"yes\" precision=\"1e-9\"/>", "<VerificationField field=\"no\" column=\"yes\" precision=\"1e-9\"/>")
                .replacing("0.7310585786300049", "0.2689414213699951")
                .load();
        assertThat(model.score(FeatureRow.of(Map.of("tenure", 40.0)))).isCloseTo(0.7310585786, within(1e-9));
    }

    @Test
    void refusesWhatIsNoPmml() {
        refused(new PmmlText("tenure;arpu"), "it cannot be read as PMML");
    }

    private static void refused(PmmlText file, String why) {
        assertThatThrownBy(file::load)
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("propensity-tv")
                .hasMessageContaining(why);
    }
}
