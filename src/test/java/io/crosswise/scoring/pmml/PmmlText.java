package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.ModelFile;
import java.nio.charset.StandardCharsets;

/** A small, sound PMML file, P = 1 / (1 + exp(−(intercept + 0.05 · tenure))) with a missing tenure taken as 20, and ways to break it. */
record PmmlText(String text) {
    static PmmlText sound() {
        return new PmmlText(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
                  <Header modelVersion="7"/>
                  <DataDictionary>
                    <DataField name="y" optype="categorical" dataType="integer"><Value value="0"/><Value value="1"/></DataField>
                    <DataField name="tenure" optype="continuous" dataType="double"/>
                  </DataDictionary>
                  <RegressionModel functionName="classification" normalizationMethod="logit">
                    <MiningSchema>
                      <MiningField name="y" usageType="target"/>
                      <MiningField name="tenure" missingValueReplacement="20"/>
                    </MiningSchema>
                    <Output>
                      <OutputField name="no" optype="continuous" dataType="double" feature="probability" value="0"/>
                      <OutputField name="yes" optype="continuous" dataType="double" feature="probability" value="1"/>
                    </Output>
                    <LocalTransformations>
                      <DerivedField name="years" optype="continuous" dataType="double">
                        <Apply function="/"><FieldRef field="tenure"/><Constant>12</Constant></Apply>
                      </DerivedField>
                    </LocalTransformations>
                    <RegressionTable intercept="-1.0" targetCategory="1">
                      <NumericPredictor name="years" coefficient="0.6"/>
                    </RegressionTable>
                    <RegressionTable intercept="0.0" targetCategory="0"/>
                    <ModelVerification>
                      <VerificationFields>
                        <VerificationField field="tenure" column="tenure"/>
                        <VerificationField field="yes" column="yes" precision="1e-9"/>
                      </VerificationFields>
                      <InlineTable>
                        <row><tenure>40</tenure><yes>0.7310585786300049</yes></row>
                        <row><yes>0.5</yes></row>
                      </InlineTable>
                    </ModelVerification>
                  </RegressionModel>
                </PMML>
                """);
    }

    /** @throws IllegalArgumentException when there is nothing to replace, so that a test cannot pass for the wrong reason */
    PmmlText replacing(String part, String by) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException("There is no " + part);
        }
        return new PmmlText(text.replace(part, by));
    }

    PmmlText without(String from, String to) {
        int start = text.indexOf(from);
        return new PmmlText(text.substring(0, start) + text.substring(text.indexOf(to, start) + to.length()));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    PmmlModel load() {
        return load(FieldMapping.NONE);
    }

    PmmlModel load(FieldMapping mapping) {
        return new PmmlModelFile(new ModelFile("propensity-tv", bytes(), mapping, null)).load();
    }
}
