package org.ncsoversight.feedback.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.feedback.model.Answer;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.FeedbackEvent;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.FeedbackEvent.ShopRecorded;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.ResponseId;
import org.ncsoversight.feedback.model.Section;
import org.ncsoversight.feedback.model.SectionScore;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FeedbackContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_recorded_response_is_published_as_the_example_shows() {
        assertThat(asExample(FeedbackMessage.eventOf(response(), JSON)))
                .isEqualTo(JSON.readTree(text("response-recorded.v1.example.json")));
    }

    @Test
    void a_recorded_shop_is_published_as_the_example_shows() {
        assertThat(asExample(FeedbackMessage.eventOf(shop(), JSON)))
                .isEqualTo(JSON.readTree(text("shop-recorded.v1.example.json")));
    }

    @Test
    void the_comment_of_a_shop_stays_here() {
        assertThat(FeedbackMessage.eventOf(shop(), JSON).json()).doesNotContain("Friendly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"response-recorded.v1.example.json", "shop-recorded.v1.example.json"})
    void every_example_keeps_to_the_schema(String example) {
        assertThat(schema().validate(text(example), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response-recorded.v1.example.json", "shop-recorded.v1.example.json"})
    void and_the_schema_bites(String example) {
        var wrong = (ObjectNode) JSON.readTree(text(example));
        ((ObjectNode) wrong.get("value")).remove("ukprn");

        assertThat(schema().validate(JSON.writeValueAsString(wrong), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    private static FeedbackEvent response() {
        return new ResponseRecorded(
                UUID.fromString("8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60"),
                Instant.parse("2026-11-02T09:15:30Z"),
                new Response(
                        new ResponseId(UUID.fromString("50a24b64-2d5b-3b6b-9b1e-7f0b6f0b7a11")),
                        1,
                        new Ukprn("99000101"),
                        new Touchpoint("0000000201"),
                        "satisfaction-2026",
                        "2026-10",
                        Channel.TELEPHONE,
                        LocalDate.parse("2026-10-14"),
                        List.of(
                                new Answer("overall_satisfaction", "5", true, 1),
                                new Answer("listened_to", "2", false, 1),
                                new Answer("would_recommend", "not_answered", false, 1))));
    }

    private static FeedbackEvent shop() {
        return new ShopRecorded(
                UUID.fromString("3c59dc04-8e88-4502-8b3e-a5f1c2d3e4f5"),
                Instant.parse("2026-11-02T09:20:00Z"),
                new Shop(
                        new ShopId(UUID.fromString("b6d767d2-f8ed-4d21-a44b-0e5886680cb9")),
                        1,
                        new Ukprn("99000001"),
                        new Touchpoint("0000000201"),
                        "2026-10",
                        Channel.FACE_TO_FACE,
                        "returner-to-work",
                        LocalDate.parse("2026-10-20"),
                        List.of(
                                new SectionScore(Section.ACCESS, 8, 10),
                                new SectionScore(Section.INFORMATION, 6, 10),
                                new SectionScore(Section.ACTION_PLAN, 9, 12)),
                        "Friendly"));
    }

    /** The headers are those the relay sends for these fields. */
    private static ObjectNode asExample(OutboxEvent event) {
        var example = JSON.createObjectNode();
        example.putObject("headers")
                .put("ce_specversion", "1.0")
                .put("ce_id", event.id().toString())
                .put("ce_source", event.source())
                .put("ce_type", event.type())
                .put("ce_time", event.time().toString())
                .put("ce_subject", event.subject())
                .put("ce_recordedtime", event.recordedTime().toString())
                .put("ce_partitionkey", event.key())
                .put("content-type", "application/json");
        example.put("key", event.key());
        example.set("value", JSON.readTree(event.json()));
        return example;
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("feedback.v1.schema.json"), InputFormat.JSON);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("contracts", file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
