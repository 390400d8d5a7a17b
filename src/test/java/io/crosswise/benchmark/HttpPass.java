package io.crosswise.benchmark;

import io.crosswise.trigger.TriggerEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The same over HTTP: four connections, each sending the next event as soon as the decision is back. */
final class HttpPass {
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("integration:integration".getBytes(StandardCharsets.UTF_8));

    private final URI door;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpPass(int port) {
        door = URI.create("http://127.0.0.1:" + port + "/api/v1/triggers");
    }

    Timing run(Workload workload) {
        ClosedLoop.run(workload.httpWarmUp(), Passes.WORKERS, this::post);
        return ClosedLoop.run(workload.http(), Passes.WORKERS, this::post);
    }

    private void post(TriggerEvent event) {
        String body = "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"%s\",\"subject\":\"%s\"}"
                .formatted(event.id(), event.source(), event.type(), event.subject().value());
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Content-Type", "application/cloudevents+json")
                .header("Authorization", CREDENTIALS)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new IllegalStateException(event.id() + " was answered " + response.statusCode() + ": " + response.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
