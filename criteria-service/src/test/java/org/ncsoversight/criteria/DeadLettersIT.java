package org.ncsoversight.criteria;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.criteria.LettersOnKafka.replaysOf;
import static org.ncsoversight.criteria.LettersOnKafka.stand;
import static org.ncsoversight.criteria.LettersOnKafka.writeLetter;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters of the services, as an administrator deals with them. */
class DeadLettersIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LETTERS = "/api/criteria/dead-letters";

    @Test
    void a_letter_is_listed_replayed_and_its_failing_again_is_told() {
        String detail = unique();
        ConsumerRecord<byte[], byte[]> record = stand("ncs.providers.v1", "{\"ukprn\":1}", Map.of("ce_type", "t"));
        writeLetter(record, detail);
        JsonNode letter = await(detail);
        String page = "/messages/" + letter.get("id").asString();

        assertThat(page("/messages", ADMINISTRATOR).body())
                .contains("Messages that could not be read", "Something in it is missing or wrong");
        assertThat(page("/messages/groups/" + letter.get("group").asString(), ADMINISTRATOR)
                        .body())
                .contains(detail, "Waiting", "Send all again");
        assertThat(page(page, ADMINISTRATOR).body()).contains(detail, "{&quot;ukprn&quot;:1}", "ce_type", "Send again");

        for (int twice = 0; twice < 2; twice++) {
            assertThat(post(page + "/replay", Map.of("version", "1"), ADMINISTRATOR)
                            .statusCode())
                    .isEqualTo(303);
        }

        List<ConsumerRecord<byte[], byte[]>> replays = replaysOf(record);
        assertThat(replays).hasSize(1);
        assertThat(replays.getFirst().value()).isEqualTo("{\"ukprn\":1}".getBytes(UTF_8));
        writeLetter(replays.getFirst(), detail + "-again");
        JsonNode again = await(detail + "-again");
        assertThat(again.get("topic").asString()).isEqualTo("ncs.providers.v1");
        assertThat(again.get("replayOf").asString()).isEqualTo(letter.get("id").asString());
        until(() -> page(page, ADMINISTRATOR).body().contains("Sent again, failed again"));
        assertThat(page(page, ADMINISTRATOR).body())
                .contains("/messages/" + again.get("id").asString());
    }

    @Test
    void the_same_letter_twice_is_one() {
        String detail = unique();
        ConsumerRecord<byte[], byte[]> record = stand("ncs.providers.v1", "{}", Map.of());
        writeLetter(record, detail);
        writeLetter(record, detail);
        String last = unique();
        writeLetter(stand("ncs.providers.v1", "{}", Map.of()), last);
        await(last);

        assertThat(listed().stream()
                        .filter(letter -> letter.get("detail").asString().equals(detail)))
                .hasSize(1);
    }

    @Test
    void what_was_cut_is_replayed_from_where_it_stands() {
        String detail = unique();
        ConsumerRecord<byte[], byte[]> record = stand("ncs.providers.v1", "x".repeat(900_000), Map.of("ce_type", "t"));
        writeLetter(record, detail);
        JsonNode letter = await(detail);
        assertThat(letter.get("whole").asBoolean()).isFalse();
        assertThat(letter.get("sizeInBytes").asInt()).isEqualTo(900_000);

        HttpResponse<String> answer = put(address(letter) + "/replay", "", ADMINISTRATOR, "If-Match", "\"1\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(replaysOf(record))
                .singleElement()
                .satisfies(replay -> assertThat(replay.value()).hasSize(900_000));
    }

    @Test
    void a_letter_is_set_aside_for_good_with_a_reason_at_the_version_seen() {
        String detail = unique();
        writeLetter(stand("ncs.providers.v1", "{}", Map.of()), detail);
        JsonNode letter = await(detail);
        String aside = address(letter) + "/set-aside";

        assertThat(put(aside, "{}", ADMINISTRATOR).statusCode()).isEqualTo(422);
        assertThat(put(aside, "{\"reason\":\"Of no use\"}", ADMINISTRATOR, "If-Match", "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> done = put(aside, "{\"reason\":\"Of no use\"}", ADMINISTRATOR, "If-Match", "\"1\"");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(JSON.readTree(done.body()).at("/steps/0/reason").asString()).isEqualTo("Of no use");
        assertThat(put(address(letter) + "/replay", "", ADMINISTRATOR).statusCode())
                .isEqualTo(409);
        String group = "/messages/groups/" + letter.get("group").asString();
        assertThat(page(group + "?state=set-aside", ADMINISTRATOR).body()).contains(detail);
        HttpResponse<String> form =
                post("/messages/" + letter.get("id").asString() + "/set-aside", Map.of("version", "1"), ADMINISTRATOR);
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body()).contains("Error: ", "Enter why this is set aside for good");
    }

    @Test
    void all_of_a_topic_and_reason_are_replayed_in_the_background() {
        String topic = "ncs.outcomes.v1";
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        String detail = unique();
        for (int i = 0; i < 3; i++) {
            records.add(stand(topic, "{}", Map.of()));
            writeLetter(records.getLast(), detail + i);
        }
        String group = "";
        for (int i = 0; i < 3; i++) {
            group = await(detail + i).get("group").asString();
        }
        String request = UUID.randomUUID().toString();

        for (int twice = 0; twice < 2; twice++) {
            assertThat(post("/messages/groups/" + group + "/replay", Map.of("request", request), ADMINISTRATOR)
                            .statusCode())
                    .isEqualTo(303);
        }

        String page = "/messages/groups/" + group;
        until(() -> page(page, ADMINISTRATOR).body().contains("3 done")
                && !page(page, ADMINISTRATOR).body().contains("still going on"));
        records.forEach(record -> assertThat(replaysOf(record)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyst",
                "contract-manager",
                "assessor",
                "provider-lead",
                "provider-contributor",
                "provider-system",
                "somebody"
            })
    void nobody_else_may_see_them(String role) {
        String token = Tokens.ofProvider(role, "99000001");

        for (String path : List.of("/messages", "/messages/x", "/messages/groups/x", LETTERS, LETTERS + "/groups")) {
            assertThat(page(path, token).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(post("/messages/x/replay", Map.of("version", "1"), token).statusCode())
                .isEqualTo(403);
        assertThat(put(LETTERS + "/x/replay", "", token).statusCode()).isEqualTo(403);
        assertThat(get(LETTERS, "").statusCode()).isEqualTo(401);
    }

    @Test
    void what_does_not_exist_or_makes_no_sense_is_told() {
        assertThat(page("/messages/x", ADMINISTRATOR).statusCode()).isEqualTo(404);
        assertThat(page("/messages/groups/x", ADMINISTRATOR).statusCode()).isEqualTo(404);
        assertThat(get(LETTERS + "/x", ADMINISTRATOR).statusCode()).isEqualTo(404);
        assertThat(put(LETTERS + "/groups/x/replay", "", ADMINISTRATOR).statusCode())
                .isEqualTo(404);
        assertThat(get(LETTERS + "?state=lost", ADMINISTRATOR).statusCode()).isEqualTo(400);
        assertThat(send(to("/messages/x/replay", ADMINISTRATOR)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("version=x")))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String unique() {
        return "detail-" + UUID.randomUUID();
    }

    private static String address(JsonNode letter) {
        return LETTERS + "/" + letter.get("id").asString();
    }

    private JsonNode await(String detail) {
        List<JsonNode> found = new ArrayList<>();
        until(() -> {
            listed().stream()
                    .filter(letter -> letter.get("detail").asString().equals(detail))
                    .forEach(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private List<JsonNode> listed() {
        List<JsonNode> letters = new ArrayList<>();
        JSON.readTree(get(LETTERS + "?limit=200", ADMINISTRATOR).body())
                .get("items")
                .forEach(letters::add);
        return letters;
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
