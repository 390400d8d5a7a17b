package io.crosswise.policy.drools;

import io.crosswise.policy.RuleFiles;
import java.util.Collection;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.builder.InternalKieBuilder;

/** The compiled rule files; compiled once at start into plain Java (executable model), shared by all threads. */
public final class Rulebook {
    /** One class per condition would double the time to compile. */
    private static final String LAMBDA_CLASSES = "drools.externaliseCanonicalModelLambda";

    private final KieBase rules;

    private Rulebook(KieBase rules) {
        this.rules = rules;
    }

    /** @throws IllegalStateException naming file and line when a rule does not compile */
    public static Rulebook compile(RuleFiles files) {
        KieServices kie = KieServices.get();
        KieFileSystem sources = kie.newKieFileSystem();
        files.files().forEach(file -> sources.write("src/main/resources/rules/" + file.name(), file.content()));
        KieModuleModel module = kie.newKieModuleModel().setConfigurationProperty(LAMBDA_CLASSES, "false");
        module.newKieBaseModel("rules").setDefault(true);
        KieBuilder builder = ((InternalKieBuilder) kie.newKieBuilder(sources))
                .withKModuleModel(module)
                .buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    "The rules do not compile: " + builder.getResults().getMessages(Message.Level.ERROR));
        }
        return new Rulebook(kie.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase());
    }

    /** Fires every rule the facts match, in one go. */
    void judge(Findings findings, Collection<?> facts) {
        StatelessKieSession session = rules.newStatelessKieSession();
        session.setGlobal("findings", findings);
        session.execute(facts);
    }
}
