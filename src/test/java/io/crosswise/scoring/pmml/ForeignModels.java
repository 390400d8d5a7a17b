package io.crosswise.scoring.pmml;

/** Small models of kinds that other tools write, without verification records. */
final class ForeignModels {
    private static final String FIELDS =
            """
            <DataDictionary>
              <DataField name="y" optype="%s" dataType="%s">%s</DataField>
              <DataField name="age" optype="continuous" dataType="double"/>
              <DataField name="gb" optype="continuous" dataType="float"/>
              <DataField name="calls" optype="continuous" dataType="integer"/>
              <DataField name="contract" optype="categorical" dataType="string">
                <Value value="monthly"/><Value value="one year"/><Value value="two years"/></DataField>
            </DataDictionary>
            """;
    private static final String SCHEMA =
            """
            <MiningSchema>
              <MiningField name="y" usageType="target"/>
              <MiningField name="age"/>
              <MiningField name="gb" outliers="asExtremeValues" lowValue="1" highValue="80"/>
              <MiningField name="calls"/>
              <MiningField name="contract" invalidValueTreatment="asIs"/>
            </MiningSchema>
            """;
    private static final String PLAIN_SCHEMA = "<MiningSchema><MiningField name=\"age\"/><MiningField name=\"gb\"/></MiningSchema>";

    private ForeignModels() {}

    /** Every kind of predicate under one strategy for missing values. */
    static String tree(String missing, String none) {
        return regression("<TreeModel functionName=\"regression\" missingValueStrategy=\"" + missing
                + "\" noTrueChildStrategy=\"" + none + "\">" + SCHEMA + nodes(missing.equals("defaultChild")) + "</TreeModel>");
    }

    private static String nodes(boolean defaults) {
        String text =
                """
                <Node id="0" score="1" DEFAULT1><True/>
                  <Node id="1" score="2" DEFAULT2><SimplePredicate field="age" operator="lessOrEqual" value="40.5"/>
                    <Node id="2" score="3"><SimpleSetPredicate field="contract" booleanOperator="isIn">
                      <Array type="string" n="2">monthly "two years"</Array></SimpleSetPredicate></Node>
                    <Node id="3" score="4.5"><CompoundPredicate booleanOperator="and">
                      <SimplePredicate field="gb" operator="greaterThan" value="10.1"/>
                      <SimplePredicate field="calls" operator="notEqual" value="3"/></CompoundPredicate></Node>
                    <Node id="4" score="-5"><SimplePredicate field="gb" operator="isMissing"/></Node>
                  </Node>
                  <Node id="5" score="6" DEFAULT3><CompoundPredicate booleanOperator="surrogate">
                      <SimplePredicate field="gb" operator="lessThan" value="20.3"/>
                      <SimplePredicate field="calls" operator="greaterOrEqual" value="7"/>
                      <True/></CompoundPredicate>
                    <Node id="6" score="7"><CompoundPredicate booleanOperator="or">
                      <SimplePredicate field="contract" operator="equal" value="one year"/>
                      <SimplePredicate field="age" operator="isNotMissing"/></CompoundPredicate></Node>
                    <Node id="7" score="8"><CompoundPredicate booleanOperator="xor">
                      <SimplePredicate field="contract" operator="notEqual" value="one year"/>
                      <SimplePredicate field="gb" operator="lessThan" value="5"/></CompoundPredicate></Node>
                  </Node>
                </Node>
                """;
        return text.replace("DEFAULT1", defaults ? "defaultChild=\"5\"" : "")
                .replace("DEFAULT2", defaults ? "defaultChild=\"3\"" : "")
                .replace("DEFAULT3", defaults ? "defaultChild=\"7\"" : "");
    }

    /** Trees in 32-bit arithmetic, weighted, scaled, behind a logistic link with a calibration. */
    static String boosted() {
        String tree =
                """
                <Segment weight="%s"><True/><TreeModel functionName="regression" x-mathContext="float">%s
                  <Node score="0.1"><True/><Node score="%s"><SimplePredicate field="gb" operator="lessThan" value="12.7"/></Node>
                  <Node score="-0.7"><SimplePredicate field="age" operator="greaterOrEqual" value="33.3"/></Node></Node></TreeModel></Segment>
                """;
        return classification(
                """
                <MiningModel functionName="classification" x-mathContext="float">%s
                  <Segmentation multipleModelMethod="modelChain">
                    <Segment><True/><MiningModel functionName="regression" x-mathContext="float">%s
                      <Output><OutputField name="margin" optype="continuous" dataType="float" isFinalResult="false"/></Output>
                      <Targets><Target rescaleFactor="0.5" rescaleConstant="-0.3"/></Targets>
                      <Segmentation multipleModelMethod="weightedSum">%s%s</Segmentation></MiningModel></Segment>
                    <Segment><True/><RegressionModel functionName="classification" normalizationMethod="logit" x-mathContext="float">
                      <MiningSchema><MiningField name="y" usageType="target"/><MiningField name="margin"/></MiningSchema>
                      <RegressionTable intercept="-0.2" targetCategory="no"><NumericPredictor name="margin" coefficient="1.1"/></RegressionTable>
                      <RegressionTable intercept="0" targetCategory="yes"/></RegressionModel></Segment>
                  </Segmentation></MiningModel>
                """
                        .formatted(
                                SCHEMA,
                                PLAIN_SCHEMA,
                                tree.formatted("0.75", PLAIN_SCHEMA, "1.3"),
                                tree.formatted("1.5", PLAIN_SCHEMA, "-2.3")));
    }

    /** A forest of classification trees whose probabilities are averaged. */
    static String forest() {
        String tree =
                """
                <Segment><True/><TreeModel functionName="classification" missingValueStrategy="lastPrediction">%s
                  <Node score="no" recordCount="10"><True/>
                    <ScoreDistribution value="no" recordCount="%s"/><ScoreDistribution value="yes" recordCount="3"/>
                    <Node score="no"><SimplePredicate field="gb" operator="lessThan" value="12.7"/>
                      <ScoreDistribution value="no" recordCount="6"/><ScoreDistribution value="yes" recordCount="1"/></Node>
                    <Node score="yes"><SimplePredicate field="gb" operator="greaterOrEqual" value="12.7"/>
                      <ScoreDistribution value="no" recordCount="1"/><ScoreDistribution value="yes" recordCount="2"/></Node></Node>
                </TreeModel></Segment>
                """;
        return classification("<MiningModel functionName=\"classification\">" + SCHEMA
                + "<Segmentation multipleModelMethod=\"average\">" + tree.formatted(PLAIN_SCHEMA, 7)
                + tree.formatted(PLAIN_SCHEMA, 5) + "</Segmentation></MiningModel>");
    }

    static String regression() {
        return regression(
                """
                <RegressionModel functionName="regression">%s
                  <RegressionTable intercept="1.5">
                    <NumericPredictor name="age" coefficient="0.25"/><NumericPredictor name="gb" coefficient="-0.1"/>
                    <CategoricalPredictor name="contract" value="monthly" coefficient="2"/>
                    <CategoricalPredictor name="contract" value="two years" coefficient="-3"/>
                  </RegressionTable></RegressionModel>
                """
                        .formatted(SCHEMA));
    }

    static String neuralNetwork() {
        return regression(
                """
                <NeuralNetwork functionName="regression" activationFunction="tanh">%s
                  <NeuralInputs><NeuralInput id="a"><DerivedField optype="continuous" dataType="double"><FieldRef field="age"/></DerivedField></NeuralInput>
                    <NeuralInput id="g"><DerivedField optype="continuous" dataType="double"><FieldRef field="gb"/></DerivedField></NeuralInput></NeuralInputs>
                  <NeuralLayer><Neuron id="h1" bias="0.1"><Con from="a" weight="0.02"/><Con from="g" weight="-0.01"/></Neuron>
                    <Neuron id="h2" bias="-0.3"><Con from="a" weight="-0.01"/><Con from="g" weight="0.03"/></Neuron></NeuralLayer>
                  <NeuralLayer activationFunction="identity"><Neuron id="o" bias="0.5"><Con from="h1" weight="1.2"/><Con from="h2" weight="-0.7"/></Neuron></NeuralLayer>
                  <NeuralOutputs><NeuralOutput outputNeuron="o"><DerivedField optype="continuous" dataType="double"><FieldRef field="y"/></DerivedField></NeuralOutput></NeuralOutputs>
                </NeuralNetwork>
                """
                        .formatted(SCHEMA));
    }

    static String scorecard() {
        return regression(
                """
                <Scorecard functionName="regression" useReasonCodes="false" initialScore="10">%s
                  <Characteristics><Characteristic name="ages">
                    <Attribute partialScore="5"><SimplePredicate field="age" operator="lessThan" value="1"/></Attribute>
                    <Attribute partialScore="15"><True/></Attribute></Characteristic>
                  <Characteristic name="contracts">
                    <Attribute partialScore="-4"><SimplePredicate field="contract" operator="equal" value="monthly"/></Attribute>
                    <Attribute partialScore="3"><True/></Attribute></Characteristic></Characteristics></Scorecard>
                """
                        .formatted(SCHEMA));
    }

    private static String regression(String model) {
        return file("continuous", "double", "", model);
    }

    private static String classification(String model) {
        return file("categorical", "string", "<Value value=\"no\"/><Value value=\"yes\"/>", model);
    }

    private static String file(String optype, String type, String values, String model) {
        return "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/>"
                + FIELDS.formatted(optype, type, values) + model + "</PMML>";
    }
}
