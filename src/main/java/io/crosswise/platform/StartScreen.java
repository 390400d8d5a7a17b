package io.crosswise.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a newcomer reads when the demo is ready: where to look, who to be, what to type. */
@Component
@Profile(DemoMode.PROFILE + " & !" + SteppedEngine.PROFILE)
class StartScreen {
    @EventListener
    void show(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            System.out.println(text("http://localhost:" + web.getWebServer().getPort()));
        }
    }

    private static String text(String url) {
        return """

                Crosswise is ready.

                  Tasks and processes   %1$s/camunda/app/welcome/
                  API                   %1$s/swagger-ui.html
                  Engine REST           %1$s/engine-rest
                  Health                %1$s/actuator/health

                  Demo users, password = name:
                    integration  marketer  manager  agent  approver  scientist  admin

                  A promotion ends for a customer; what should we offer?

                    curl -u integration:integration -H 'Content-Type: application/cloudevents+json' %1$s/api/v1/triggers \\
                      -d '{"specversion":"1.0","id":"crm-1","source":"/crm","type":"promotion-end","subject":"C-000033"}'
                """.formatted(url);
    }
}
