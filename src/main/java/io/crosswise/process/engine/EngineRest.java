package io.crosswise.process.engine;

import jakarta.ws.rs.ApplicationPath;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.glassfish.jersey.jackson.JacksonFeature;

/** Engine REST, with refusals answered as refusals. */
@ApplicationPath("/engine-rest")
class EngineRest extends CamundaJerseyResourceConfig {
    @Override
    protected void registerCamundaRestResources() {
        registerClasses(CamundaRestResources.getResourceClasses());
        registerClasses(CamundaRestResources.getConfigurationClasses().stream()
                .filter(type -> type != RestExceptionHandler.class)
                .collect(Collectors.toSet()));
        register(JacksonFeature.class);
        register(RefusalsInRest.class);
    }
}
