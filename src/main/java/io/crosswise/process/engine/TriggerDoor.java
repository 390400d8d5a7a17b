package io.crosswise.process.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts the trigger door in front of every process that starts with a message, so that a new trigger type is a diagram and no Java. */
final class TriggerDoor extends AbstractBpmnParseListener {
    private final ExecutionListener door;

    TriggerDoor(ExecutionListener door) {
        this.door = door;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        if (scope instanceof ProcessDefinitionEntity && element.element("messageEventDefinition") != null) {
            start.addListener(ExecutionListener.EVENTNAME_START, door, 0);
        }
    }
}
