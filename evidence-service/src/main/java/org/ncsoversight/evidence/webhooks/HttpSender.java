package org.ncsoversight.evidence.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Over HTTP: follows nobody elsewhere, waits only so long, and reads nothing of the answer but its status. */
@Component
class HttpSender implements Sender {

    private final HttpClient http;
    private final OutsideAddress outside;
    private final WebhookSettings settings;

    HttpSender(OutsideAddress outside, WebhookSettings settings) {
        this.outside = outside;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    @Override
    public Outcome send(URI address, Map<String, String> headers, String body) {
        Optional<String> objection = outside.objection(address);
        if (objection.isPresent()) {
            return new Outcome.Unreached(objection.get());
        }
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return new Outcome.Answered(answer.statusCode());
        } catch (IOException e) {
            return new Outcome.Unreached(e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Unreached("Stopped");
        }
    }
}
