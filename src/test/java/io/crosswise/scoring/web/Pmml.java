package io.crosswise.scoring.web;

/** Small PMML files: P = 1 / (1 + exp(1 − coefficient · feature)). */
record Pmml(String text) {
    static Pmml logistic(String version, String feature, String coefficient) {
        return new Pmml(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
                  <Header modelVersion="VERSION"/>
                  <DataDictionary>
                    <DataField name="y" optype="categorical" dataType="integer"><Value value="0"/><Value value="1"/></DataField>
                    <DataField name="FEATURE" optype="continuous" dataType="double"/>
                  </DataDictionary>
                  <RegressionModel functionName="classification" normalizationMethod="logit">
                    <MiningSchema>
                      <MiningField name="y" usageType="target"/>
                      <MiningField name="FEATURE" missingValueReplacement="0"/>
                    </MiningSchema>
                    <Output>
                      <OutputField name="no" optype="continuous" dataType="double" feature="probability" value="0"/>
                      <OutputField name="yes" optype="continuous" dataType="double" feature="probability" value="1"/>
                    </Output>
                    <RegressionTable intercept="-1.0" targetCategory="1">
                      <NumericPredictor name="FEATURE" coefficient="COEFFICIENT"/>
                    </RegressionTable>
                    <RegressionTable intercept="0.0" targetCategory="0"/>
                    <ModelVerification>
                      <VerificationFields>
                        <VerificationField field="FEATURE" column="x"/>
                        <VerificationField field="yes" column="yes" precision="1e-9"/>
                      </VerificationFields>
                      <InlineTable><row><x>0</x><yes>0.2689414213699951</yes></row><row><x>20</x></row></InlineTable>
                    </ModelVerification>
                  </RegressionModel>
                </PMML>
                """
                        .replace("VERSION", version)
                        .replace("FEATURE", feature)
                        .replace("COEFFICIENT", coefficient));
    }

    /** One table of coefficients, two answers. */
    static Pmml twoAnswers() {
        return new Pmml(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
                  <Header modelVersion="1"/>
                  <DataDictionary>
                    <DataField name="y" optype="continuous" dataType="double"/>
                    <DataField name="arpu" optype="continuous" dataType="double"/>
                  </DataDictionary>
                  <RegressionModel functionName="regression">
                    <MiningSchema>
                      <MiningField name="y" usageType="target"/>
                      <MiningField name="arpu" missingValueReplacement="10"/>
                    </MiningSchema>
                    <Output>
                      <OutputField name="MOBILE_20" optype="continuous" dataType="double" feature="predictedValue"/>
                      <OutputField name="TV_ESSENTIAL" optype="continuous" dataType="double" feature="transformedValue">
                        <Apply function="/"><FieldRef field="MOBILE_20"/><Constant>2</Constant></Apply>
                      </OutputField>
                    </Output>
                    <RegressionTable intercept="1"><NumericPredictor name="arpu" coefficient="0.1"/></RegressionTable>
                  </RegressionModel>
                </PMML>
                """);
    }

    /** @throws IllegalArgumentException when there is nothing to replace, so that a test cannot pass for the wrong reason */
    Pmml replacing(String part, String by) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException("There is no " + part);
        }
        return new Pmml(text.replace(part, by));
    }
}
