package io.crosswise.process;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Small diagrams and tables for tests of the engine's settings. */
public final class Diagrams {
    private Diagrams() {}

    /** Starts with the message of its name and waits for a person of the group. */
    public static BpmnModelInstance waitingFor(String group, String name) {
        return Bpmn.createExecutableProcess(name)
                .startEvent()
                .message(name)
                .userTask("work")
                .name("Work")
                .camundaCandidateGroups(group)
                .endEvent()
                .done();
    }

    /** Has no message, so nobody outside may start it. */
    public static BpmnModelInstance step(String name) {
        return Bpmn.createExecutableProcess(name).startEvent().userTask("stepIn").endEvent().done();
    }

    /** Starts with the message of its name, calls the other and ends. */
    public static BpmnModelInstance calling(String called, String name) {
        return Bpmn.createExecutableProcess(name)
                .startEvent()
                .message(name)
                .callActivity("call")
                .calledElement(called)
                .endEvent()
                .done();
    }

    /** Asks the table and waits. */
    public static BpmnModelInstance asking(String table, String name) {
        return Bpmn.createExecutableProcess(name)
                .startEvent()
                .businessRuleTask("ask")
                .camundaDecisionRef(table)
                .camundaMapDecisionResult("singleEntry")
                .camundaResultVariable("answer")
                .userTask("wait")
                .endEvent()
                .done();
    }

    /** A table of one row that always answers the expression. */
    public static String table(String id, String answer) {
        return table(id, answer, "");
    }

    /** @param attributes further attributes of the row's output entry */
    public static String table(String id, String answer, String attributes) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions_%1$s" name="%1$s" namespace="test">
                  <decision id="%1$s" name="%1$s">
                    <decisionTable id="%1$s_table" hitPolicy="FIRST">
                      <input id="%1$s_in"><inputExpression id="%1$s_expression" typeRef="boolean"><text>true</text></inputExpression></input>
                      <output id="%1$s_out" name="answer" typeRef="string" />
                      <rule id="%1$s_always">
                        <inputEntry id="%1$s_entry"><text>true</text></inputEntry>
                        <outputEntry id="%1$s_answer" %3$s><text>%2$s</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """
                .formatted(id, answer, attributes);
    }
}
