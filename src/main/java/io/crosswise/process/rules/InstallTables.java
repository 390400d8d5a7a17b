package io.crosswise.process.rules;

import io.crosswise.table.InstallPackaged;
import io.crosswise.table.InstallPackaged.Installed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Brings the tables of this build into place before the first request; nodes that start together take turns. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.auto-deployment-enabled", matchIfMissing = true)
class InstallTables implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(InstallTables.class);
    private final InstallPackaged installPackaged;

    InstallTables(InstallPackaged installPackaged) {
        this.installPackaged = installPackaged;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Installed installed = installPackaged.install();
        if (!installed.drafts().isEmpty()) {
            LOG.warn("Tables {} of this build wait as drafts beside those somebody deployed; see /rules", installed.drafts());
        }
        if (!installed.older().isEmpty()) {
            LOG.warn("Tables {} of this build are older than those a newer build brought, which stay", installed.older());
        }
    }
}
