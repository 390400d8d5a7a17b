package io.crosswise.process.engine;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AttachmentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Writes {@link PeopleHistory} with less SQL: definitions come from memory, and when an instance ends only the tables this history
 * fills learn when their rows may be removed; the engine asks and updates all of them for every instance.
 */
final class PeopleHistoryEvents extends CacheAwareHistoryEventProducer {
    private static final Set<String> FILLED = Stream.of(
                    HistoricProcessInstanceEventEntity.class,
                    HistoricTaskInstanceEventEntity.class,
                    HistoricIncidentEventEntity.class,
                    CommentEntity.class,
                    AttachmentEntity.class,
                    ByteArrayEntity.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        ProcessDefinitionEntity known =
                Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
        return known == null ? super.getProcessDefinitionEntity(id) : known;
    }

    @Override
    protected void addRemovalTimeToHistoricProcessInstances(String root, Date removalTime) {
        CommandContext command = Context.getCommandContext();
        DbEntityCache unsaved = command.getDbEntityManager().getDbEntityCache();
        List<HistoricProcessInstanceEventEntity> instances = unsaved.getEntitiesByType(HistoricProcessInstanceEventEntity.class).stream()
                .filter(instance -> root.equals(instance.getRootProcessInstanceId()))
                .toList();
        if (instances.stream().anyMatch(instance -> root.equals(instance.getId()) && unsaved.isTransient(instance))) {
            // It began in this very transaction: what it wrote is here, and nobody else has seen it.
            instances.forEach(instance -> instance.setRemovalTime(removalTime));
        } else {
            command.getHistoricProcessInstanceManager()
                    .addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, removalTime, null, FILLED);
        }
    }

    /** No evaluated table is in this history. */
    @Override
    protected void addRemovalTimeToHistoricDecisions(String root, Date removalTime) {}
}
