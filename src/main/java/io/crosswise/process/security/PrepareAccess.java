package io.crosswise.process.security;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings groups, first users, rights and task lists into place before the first request; nodes that start together take turns. */
class PrepareAccess implements SmartInitializingSingleton {
    private static final long LOCK = 0x43726f7373L;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final FirstUsers users;
    private final GroupRights rights;
    private final TaskFilters filters;

    PrepareAccess(TransactionTemplate transaction, JdbcClient jdbc, FirstUsers users, GroupRights rights, TaskFilters filters) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.users = users;
        this.rights = rights;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row, number) -> number).list();
            users.create();
            rights.grant();
            filters.create();
        });
    }
}
