package org.ncsoversight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.folding.ReadinessTopology;
import org.ncsoversight.reporting.heard.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** From the producers' topics to what people and machines read, through everything that is wired. */
class EventsToPagesIT extends RunningService {

    @Autowired
    private Environment environment;

    private static final String MANAGER = Tokens.of("contract-manager");

    @Test
    void accepted_evidence_becomes_a_band_on_api_page_and_history() {
        aProvider("99000201", "Harbour Careers");

        accept("99000201", "client", "manager", "staff");

        String body = await(
                        () -> get("/api/reporting/readiness/99000201", MANAGER),
                        answer -> bandOf("4.3", json(answer)).equals("READY"))
                .body();
        assertThat(body).contains("not a judgement by the matrix Standard");
        assertThat(getPage("/readiness/99000201", MANAGER).body())
                .contains("Readiness of Harbour Careers", "2 of 27", "/evidence?provider=99000201&amp;criterion=4.3")
                .doesNotContain("/evidence/improvement/new");
        assertThat(getPage("/readiness/99000201", Tokens.ofProvider("provider-lead", "99000201"))
                        .body())
                .contains("/evidence/new?criterion=1.1", "/evidence/improvement/new?criteria=1.1");
        JsonNode history = await(
                () -> json(get("/api/reporting/readiness/99000201/changes-history?limit=1", MANAGER)),
                found -> found.get("items").size() == 1
                        && found.get("items").get(0).get("to").asString().equals("READY"));
        assertThat(history.get("next").asString()).startsWith("99000201/");
    }

    @Test
    void the_national_table_shows_a_worded_band_per_criterion_and_can_be_filtered() {
        aProvider("99000202", "Lakeside Careers");
        send(
                Topics.PROVIDERS,
                new Example(
                        "0000000299/2024-10-01",
                        Example.of("criteria/contract").headers(),
                        Example.of("criteria/contract")
                                .with("contract", "0000000299/2024-10-01")
                                .with("touchpoint", "0000000299")
                                .with("area", "Lakes")
                                .with("prime", "99000202")
                                .with("subcontractors", List.of())
                                .json()));

        HttpResponse<String> page = await(
                () -> getPage("/readiness?area=0000000299", MANAGER),
                answer -> answer.body().contains("1 provider"));

        assertThat(page.body())
                .contains(
                        "Lakeside Careers",
                        "readiness-cell--not-started",
                        "Lakes",
                        "title=\"4.3 ",
                        ": Not started, nothing submitted\"");
        assertThat(json(get("/api/reporting/readiness?area=0000000299&band=NOT_STARTED&criterion=4.3", MANAGER))
                        .get("items")
                        .get(0)
                        .get("criteria"))
                .hasSize(1);
        assertThat(json(get("/api/reporting/readiness?area=0000000299&band=READY", MANAGER))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void the_list_is_read_page_by_page() {
        aProvider("99000203", "Alpha");
        aProvider("99000204", "Beta");

        JsonNode first = json(get("/api/reporting/readiness?after=99000202&limit=1", MANAGER));
        JsonNode second = json(get(
                "/api/reporting/readiness?limit=1&after=" + first.get("next").asString(), MANAGER));

        assertThat(first.get("items").get(0).get("ukprn").asString()).isEqualTo("99000203");
        assertThat(second.get("items").get(0).get("ukprn").asString()).isEqualTo("99000204");
    }

    @Test
    void everything_folded_can_be_reconciled() {
        aProvider("99000205", "Counted");

        accept("99000205", "client");
        send(Topics.FEEDBACK, Example.of("feedback/shop-recorded").ofProvider("99000205"));
        send(Topics.FEEDBACK, Example.of("feedback/response-recorded").ofProvider("99000205"));
        send(Topics.OUTCOMES, Example.of("outcomes/claim-recorded").ofProvider("99000205"));

        JsonNode item = await(
                () -> json(get("/api/reporting/reconciliation?after=99000204&limit=1", MANAGER))
                        .get("items")
                        .get(0),
                found -> found.get("folded").get("claims").asInt() == 1
                        && found.get("folded").get("responses").asInt() == 1
                        && found.get("folded").get("shops").asInt() == 1
                        && found.get("folded").get("evidence").asInt() == 1);
        assertThat(item.get("folded").get("hash").asString()).matches("[0-9a-f]{16}");
    }

    @Test
    void an_open_page_is_told_of_a_change() throws IOException, InterruptedException {
        aProvider("99000206", "Watched");
        var request = HttpRequest.newBuilder(address("/readiness/99000206/changes"))
                .header("Authorization", "Bearer " + MANAGER)
                .build();
        HttpResponse<InputStream> stream = http().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            long before = nextVersion(lines);

            accept("99000206", "client");

            assertThat(nextVersion(lines)).isGreaterThan(before);
            assertThat(next("heard", lines)).matches(".*[0-9]+ events? behind.*");
        }
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    }

    @Test
    void an_unreadable_edition_goes_to_the_dead_letters() {
        send(Topics.STANDARD, Example.of("criteria/edition").without("criteria"));

        ConsumerRecord<String, byte[]> letter = letterFrom(Topics.STANDARD);
        assertThat(text(letter, "dead-letter-reason")).isEqualTo("value-unreadable");
    }

    @Test
    void every_page_and_answer_says_how_far_it_has_heard() {
        aProvider("99000207", "Heard");
        for (String path : List.of(
                "/api/reporting/readiness",
                "/api/reporting/readiness/99000207",
                "/api/reporting/readiness/99000207/changes-history",
                "/api/reporting/reconciliation")) {
            JsonNode answer = await(
                    () -> json(get(path, MANAGER)),
                    found -> found.get("behind").isNumber()
                            && found.get("behind").asLong() == 0);
            assertThat(Instant.parse(answer.get("heardUpTo").asString()))
                    .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
        }
        assertThat(getPage("/readiness/99000207", MANAGER).body())
                .containsPattern("Heard up to [0-9:]{8}, [0-9]+ event");
        assertThat(getPage("/readiness", MANAGER).body()).containsPattern("Heard up to [0-9:]{8}, [0-9]+ event");
    }

    @Test
    void tombstones_and_replays_are_taken_as_they_are_meant() {
        for (String topic : List.of(Topics.STANDARD, Topics.PROVIDERS, Topics.EVIDENCE, ReadinessMessage.TOPIC)) {
            sendNothing(topic, "99000208");
        }
        aProvider("99000208", "Before");
        Example renamed = Example.of("criteria/provider")
                .ofProvider("99000208")
                .with("version", 99)
                .with("name", "Replayed");
        var headers = new RecordHeaders(renamed.headers().toArray());
        headers.add("dead-letter-topic", Topics.PROVIDERS.getBytes(StandardCharsets.UTF_8));
        headers.add("replay-of", "ncs.providers.v1/0/1".getBytes(StandardCharsets.UTF_8));

        send(Topics.REPLAYS, new Example(renamed.key(), headers, renamed.json()));

        await(
                () -> get("/api/reporting/readiness/99000208", MANAGER),
                answer -> answer.body().contains("Replayed"));
    }

    @Test
    void each_instance_reads_readiness_in_a_group_of_its_own_named_after_its_host() throws Exception {
        String host = InetAddress.getLocalHost().getHostName();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers()))) {
            List<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();

            assertThat(groups).contains("ncs-reporting-read-model", "ncs-reporting-read-model-" + host);
        }
    }

    @Test
    void the_stream_is_part_of_health_and_of_what_is_measured() throws Exception {
        assertThat(managed("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(managed("/actuator/prometheus").body())
                .contains(
                        "ncs_stream_state{state=\"RUNNING\"} 1.0",
                        "ncs_stream_restarts_total 0.0",
                        "ncs_stream_behind ",
                        "ncs_stream_heard_up_to_seconds ",
                        "ncs_stream_last_progress_seconds ",
                        "ncs_read_model_partitions ",
                        "ncs_read_model_refusing_seconds ",
                        "ncs_readiness_delay_seconds_count ");
    }

    private HttpResponse<String> managed(String path) throws IOException, InterruptedException {
        int port = environment.getRequiredProperty("local.management.port", Integer.class);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + ManagementPortSpecification.METRICS_TOKEN)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void wrong_filters_are_answered_field_by_field() {
        HttpResponse<String> answer = get("/api/reporting/readiness?band=GREEN&area=x&limit=900", MANAGER);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("errors"))
                .extracting(error -> error.get("code").asString())
                .containsExactly("not-a-touchpoint", "unknown-band", "out-of-range");
    }

    @Test
    void static_files_need_no_token() {
        assertThat(get("/readiness/assets/readiness.css", "").statusCode()).isEqualTo(200);
    }

    private static void accept(String ukprn, String... voices) {
        for (String voice : voices) {
            send(
                    Topics.EVIDENCE,
                    Example.of("evidence/evidence-accepted")
                            .ofProvider(ukprn)
                            .with("evidence", UUID.randomUUID().toString())
                            .with("voice", voice)
                            .with("reviewDate", "2090-01-01"));
        }
    }

    private static long nextVersion(BufferedReader lines) throws IOException {
        return Long.parseLong(next("readiness", lines));
    }

    private static String next(String event, BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.equals("event:" + event)) {
            line = lines.readLine();
        }
        return lines.readLine().substring("data:".length()).strip();
    }

    private static ConsumerRecord<String, byte[]> letterFrom(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers(), "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(ReadinessTopology.DEAD_LETTERS));
            return await(
                            () -> StreamSupport.stream(
                                            consumer.poll(Duration.ofMillis(200))
                                                    .spliterator(),
                                            false)
                                    .filter(letter ->
                                            text(letter, "dead-letter-topic").equals(topic))
                                    .filter(letter -> letter.value() != null)
                                    .toList(),
                            found -> !found.isEmpty())
                    .getFirst();
        }
    }

    private static String text(ConsumerRecord<String, byte[]> letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    private static String bandOf(String criterion, JsonNode provider) {
        for (JsonNode found : provider.get("criteria")) {
            if (found.get("code").asString().equals(criterion)) {
                return found.get("band").asString();
            }
        }
        throw new AssertionError("No criterion " + criterion);
    }
}
