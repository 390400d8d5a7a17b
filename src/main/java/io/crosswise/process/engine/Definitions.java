package io.crosswise.process.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * The deployed processes as the doors need them, kept in memory: forgotten when something is deployed here, and read again after
 * a second in case another node deployed.
 */
public class Definitions {
    /** Property of a message start event; {@code false} says that it is no event of a customer. */
    static final String TRIGGER = "trigger";

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private final ProcessEngineConfigurationImpl engine;
    private final LocalDeployments localDeployments;
    private volatile Snapshot snapshot;

    Definitions(ProcessEngineConfigurationImpl engine, LocalDeployments localDeployments) {
        this.engine = engine;
        this.localDeployments = localDeployments;
    }

    private record Snapshot(
            long readAt, long local, long deployments, Map<String, String> latestIds, TreeMap<String, Map<String, String>> messageStarts) {
        Snapshot readAgainAt(long now) {
            return new Snapshot(now, local, deployments, latestIds, messageStarts);
        }
    }

    /** @throws NoSuchElementException when no process has this key */
    public String latestProcessDefinitionId(String key) {
        String id = current().latestIds().get(key);
        if (id == null) {
            throw new NoSuchElementException("No process is deployed as " + key);
        }
        return id;
    }

    /** Whether the process of this name starts with the message of the same name. */
    public boolean hasMessageStart(String name) {
        return current().messageStarts().containsKey(name);
    }

    /** Names of all processes that start with the message of their name on an event of a customer, sorted. */
    public List<String> messageStarts() {
        return List.copyOf(current().messageStarts().keySet());
    }

    /** What the properties of the message start event declare; empty when there are none. */
    public Map<String, String> startProperties(String name) {
        return current().messageStarts().getOrDefault(name, Map.of());
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        long now = System.nanoTime();
        if (known == null || known.local() != localDeployments.count() || now - known.readAt() > FRESH_NANOS) {
            known = engine.getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> refreshed(snapshot, now)));
            snapshot = known;
        }
        return known;
    }

    private Snapshot refreshed(Snapshot known, long now) {
        RepositoryService repository = engine.getRepositoryService();
        long local = localDeployments.count();
        long deployments = repository.createDeploymentQuery().count();
        return known != null && known.local() == local && known.deployments() == deployments
                ? known.readAgainAt(now)
                : read(repository, local, deployments, now);
    }

    private static Snapshot read(RepositoryService repository, long local, long deployments, long now) {
        Map<String, String> ids = new HashMap<>();
        TreeMap<String, Map<String, String>> starts = new TreeMap<>();
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().withoutTenantId().latestVersion().active().list()) {
            ids.put(definition.getKey(), definition.getId());
            repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(StartEvent.class).stream()
                    .filter(start -> start.getParentElement() instanceof Process)
                    .filter(start -> startsWith(start, definition.getKey()))
                    .map(Definitions::properties)
                    .filter(properties -> !"false".equals(properties.get(TRIGGER)))
                    .forEach(properties -> starts.put(definition.getKey(), properties));
        }
        return new Snapshot(now, local, deployments, ids, starts);
    }

    private static boolean startsWith(StartEvent start, String message) {
        return start.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(event -> ((MessageEventDefinition) event).getMessage())
                .map(Message::getName)
                .anyMatch(message::equals);
    }

    private static Map<String, String> properties(StartEvent start) {
        Map<String, String> properties = new HashMap<>();
        if (start.getExtensionElements() != null) {
            start.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().forEach(list -> {
                for (CamundaProperty property : list.getCamundaProperties()) {
                    properties.put(property.getCamundaName(), property.getCamundaValue());
                }
            });
        }
        return properties;
    }
}
