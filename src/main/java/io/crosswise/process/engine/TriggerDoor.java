package io.crosswise.process.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Puts the trigger door in front of every process that starts with a message, so that a new trigger type is a diagram and no Java.
 * A start event with the property {@code trigger} = {@code false} is no event of a customer and has no such door.
 */
final class TriggerDoor extends AbstractBpmnParseListener {
    private final ExecutionListener door;

    TriggerDoor(ExecutionListener door) {
        this.door = door;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
        if (scope instanceof ProcessDefinitionEntity && element.element("messageEventDefinition") != null
                && !isExempt(element)) {
            start.addListener(ExecutionListener.EVENTNAME_START, door, 0);
        }
    }

    private static boolean isExempt(Element start) {
        Element extensions = start.element("extensionElements");
        return extensions != null
                && extensions.elements().stream()
                        .filter(extension -> extension.getTagName().equals("properties"))
                        .flatMap(list -> list.elements().stream())
                        .anyMatch(property -> Definitions.TRIGGER.equals(property.attribute("name"))
                                && "false".equals(property.attribute("value")));
    }
}
