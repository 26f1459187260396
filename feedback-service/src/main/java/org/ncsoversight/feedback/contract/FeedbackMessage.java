package org.ncsoversight.feedback.contract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.ncsoversight.feedback.model.FeedbackEvent;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.FeedbackEvent.ShopRecorded;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.json.JsonMapper;

/** A feedback event as it stands on its topic, spelt out by hand. */
public sealed interface FeedbackMessage {

    String TOPIC = "ncs.feedback.v1";

    /** One customer's answers. */
    record ResponseMessage(
            String response,
            long version,
            String ukprn,
            String touchpoint,
            String survey,
            String wave,
            String channel,
            LocalDate respondedOn,
            List<AnswerMessage> answers)
            implements FeedbackMessage {

        record AnswerMessage(String question, String answer, boolean positive, double weight) {}
    }

    /** One shop; the comment is left out on purpose. */
    record ShopMessage(
            String shop,
            long version,
            String ukprn,
            String touchpoint,
            String wave,
            String channel,
            String scenario,
            LocalDate shopDate,
            List<SectionMessage> sections)
            implements FeedbackMessage {

        record SectionMessage(String section, int score, int maxScore) {}
    }

    static OutboxEvent eventOf(FeedbackEvent event, JsonMapper json) {
        return switch (event) {
            case ResponseRecorded recorded -> {
                var response = recorded.response();
                yield event(
                        event,
                        response.provider().value(),
                        response.id().value().toString(),
                        response.respondedOn(),
                        json.writeValueAsString(messageOf(response)));
            }
            case ShopRecorded recorded -> {
                var shop = recorded.shop();
                yield event(
                        event,
                        shop.provider().value(),
                        shop.id().value().toString(),
                        shop.shopDate(),
                        json.writeValueAsString(messageOf(shop)));
            }
        };
    }

    // Spelt out, never derived from a class name: renaming a class must not change the wire.
    private static String typeOf(FeedbackEvent event) {
        return switch (event) {
            case ResponseRecorded _ -> "org.ncsoversight.feedback.response-recorded.v1";
            case ShopRecorded _ -> "org.ncsoversight.feedback.shop-recorded.v1";
        };
    }

    private static OutboxEvent event(FeedbackEvent event, String key, String subject, LocalDate date, String data) {
        return new OutboxEvent(
                event.eventId(),
                TOPIC,
                key,
                typeOf(event),
                "/feedback-service",
                subject,
                date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                event.recordedAt(),
                data);
    }

    private static ResponseMessage messageOf(Response response) {
        return new ResponseMessage(
                response.id().value().toString(),
                response.version(),
                response.provider().value(),
                response.touchpoint().value(),
                response.survey(),
                response.wave(),
                response.channel().code(),
                response.respondedOn(),
                response.answers().stream()
                        .map(answer -> new ResponseMessage.AnswerMessage(
                                answer.question(), answer.code(), answer.positive(), answer.weight()))
                        .toList());
    }

    private static ShopMessage messageOf(Shop shop) {
        return new ShopMessage(
                shop.id().value().toString(),
                shop.version(),
                shop.provider().value(),
                shop.touchpoint().value(),
                shop.wave(),
                shop.channel().code(),
                shop.scenario(),
                shop.shopDate(),
                shop.sections().stream()
                        .map(scored -> new ShopMessage.SectionMessage(
                                scored.section().code(), scored.score(), scored.maxScore()))
                        .toList());
    }
}
