package org.ncsoversight.feedback.mongo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.feedback.model.Answer;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.ResponseId;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;

/** A response as a document. */
final class ResponseDocument {

    private ResponseDocument() {}

    static Document of(Response response) {
        var document = new Document("_id", response.id().value().toString())
                .append("version", response.version())
                .append("ukprn", response.provider().value())
                .append("touchpoint", response.touchpoint().value())
                .append("survey", response.survey())
                .append("wave", response.wave())
                .append("channel", response.channel().code())
                .append("respondedOn", response.respondedOn().toString())
                .append("month", response.respondedOn().toString().substring(0, 7))
                .append(
                        "answers",
                        response.answers().stream()
                                .map(ResponseDocument::answer)
                                .toList());
        // Counted by month on the summary: 1 for an answer to the overall question, 1 for a positive one.
        var overall = response.overall();
        return document.append("overallAnswers", overall.isPresent() ? 1 : 0)
                .append("overallPositive", overall.filter(Answer::positive).isPresent() ? 1 : 0);
    }

    static Response read(Document document) {
        return new Response(
                new ResponseId(UUID.fromString(document.getString("_id"))),
                document.get("version", Number.class).longValue(),
                new Ukprn(document.getString("ukprn")),
                new Touchpoint(document.getString("touchpoint")),
                document.getString("survey"),
                document.getString("wave"),
                Channel.of(document.getString("channel")).orElseThrow(),
                LocalDate.parse(document.getString("respondedOn")),
                answers(document.getList("answers", Document.class)));
    }

    private static Document answer(Answer answer) {
        return new Document("question", answer.question())
                .append("answer", answer.code())
                .append("positive", answer.positive())
                .append("weight", answer.weight());
    }

    private static List<Answer> answers(List<Document> documents) {
        return documents.stream()
                .map(answer -> new Answer(
                        answer.getString("question"),
                        answer.getString("answer"),
                        answer.getBoolean("positive"),
                        answer.get("weight", Number.class).doubleValue()))
                .toList();
    }
}
