package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.scanning.RealClamd;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole service with a real virus scanner: first away, then there. */
class QuarantineIT extends RunningService {

    private static final Path FOLDER = folder();

    @BeforeAll
    static void aScannerIsInstalled() {
        RealClamd.requireInstalled();
    }

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        properties.add("evidence.clamd.address", () -> RealClamd.socketIn(FOLDER));
        properties.add("evidence.clamd.interval", () -> "100ms");
        properties.add("evidence.clamd.longest-pause", () -> "500ms");
    }

    @Test
    void nothing_leaves_unscanned_and_a_virus_is_found_named_and_removed() throws Exception {
        var clean = submit(UUID.randomUUID(), lead(), "clean.txt", "harmless".getBytes(StandardCharsets.UTF_8));
        var infected = submit(UUID.randomUUID(), lead(), "invoice.txt", RealClamd.eicar());
        String cleanFile = clean.at("/files/0/href").asString();
        String infectedFile = infected.at("/files/0/href").asString();

        eventually(() -> page(clean.get("evidence").asString()).contains("The scanner does not answer"));
        var waiting = get(cleanFile, lead(), "application/json");
        assertThat(waiting.statusCode()).isEqualTo(409);
        assertThat(waiting.body()).contains("/problems/file-quarantined").doesNotContain("harmless");
        assertThat(get(infectedFile, assessor(), "application/json").statusCode())
                .isEqualTo(409);
        assertThat(fileScan(clean)).isEqualTo("quarantined");
        assertThat(accept(clean).body()).contains("/problems/files-withheld", "clean.txt");

        try (var _ = RealClamd.startIn(FOLDER)) {
            eventually(() -> get(cleanFile, lead(), "application/json").statusCode() == 200);
            eventually(() -> get(infectedFile, lead(), "application/json").statusCode() == 410);
        }

        assertThat(get(cleanFile, assessor(), "application/json").body()).isEqualTo("harmless");
        assertThat(get(infectedFile, assessor(), "application/json").body())
                .contains("/problems/file-infected", RealClamd.SIGNATURE);
        assertThat(fileScan(infected)).isEqualTo("infected");
        assertThat(accept(infected).statusCode()).isEqualTo(409);
        assertThat(accept(clean).statusCode()).isEqualTo(200);
        assertThat(page(clean.get("evidence").asString())).contains("No virus found");
        assertThat(page(infected.get("evidence").asString()))
                .contains("Virus found (" + RealClamd.SIGNATURE + ")", "Send a clean file instead", "invoice.txt")
                .doesNotContain(infected.at("/files/0/file").asString());
    }

    private String fileScan(JsonNode item) throws IOException, InterruptedException {
        var body = get("/api/evidence/items/" + item.get("evidence").asString(), lead(), "application/json")
                .body();
        return JSON.readTree(body).at("/fileScans/0/state").asString();
    }

    private HttpResponse<String> accept(JsonNode item) throws IOException, InterruptedException {
        return decide(item.get("evidence").asString(), "acceptance", assessor(), "{}");
    }

    private String page(String id) throws IOException, InterruptedException {
        return get("/evidence/" + id, lead(), "text/html").body();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("clamd");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
