package io.crosswise.process.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The list each group opens Tasklist with. Groups are written out: the webapps' own filters ask for the current user by an
 * expression, and expressions in queries are refused here.
 */
class TaskFilters {
    private static final List<Map<String, String>> SHOWN_IN_THE_LIST =
            List.of(Map.of("name", "customer", "label", "Customer"), Map.of("name", "offer", "label", "Offer"));
    private final FilterService filters;
    private final TaskService tasks;
    private final GroupRights rights;

    TaskFilters(FilterService filters, TaskService tasks, GroupRights rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    void create() {
        for (Role role : GroupRights.TASK_WORKERS) {
            TaskQuery open = tasks.createTaskQuery().taskCandidateGroup(role.group()).includeAssignedTasks();
            Filter filter = create(role.label() + ": my team's tasks", open, 0);
            rights.grant(role, Resources.FILTER, filter.getId(), Permissions.READ);
        }
        create("All tasks", tasks.createTaskQuery(), 10);
    }

    private Filter create(String name, TaskQuery query, int priority) {
        Filter known = filters.createFilterQuery().filterName(name).singleResult();
        if (known != null) {
            return known;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByTaskCreateTime().desc());
        filter.setProperties(Map.of(
                "color", "#2b5797",
                "refresh", true,
                "priority", priority,
                "showUndefinedVariable", false,
                "variables", SHOWN_IN_THE_LIST));
        return filters.saveFilter(filter);
    }
}
