package org.ncsoversight.feedback.mongo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.Section;
import org.ncsoversight.feedback.model.SectionScore;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;

/** A shop as a document. */
final class ShopDocument {

    private ShopDocument() {}

    static Document of(Shop shop) {
        return new Document("_id", shop.id().value().toString())
                .append("version", shop.version())
                .append("ukprn", shop.provider().value())
                .append("touchpoint", shop.touchpoint().value())
                .append("wave", shop.wave())
                .append("channel", shop.channel().code())
                .append("scenario", shop.scenario())
                .append("shopDate", shop.shopDate().toString())
                .append(
                        "sections",
                        shop.sections().stream()
                                .map(scored -> new Document(
                                                "section", scored.section().code())
                                        .append("score", scored.score())
                                        .append("maxScore", scored.maxScore()))
                                .toList())
                .append("comment", shop.comment());
    }

    static Shop read(Document document) {
        return new Shop(
                new ShopId(UUID.fromString(document.getString("_id"))),
                document.get("version", Number.class).longValue(),
                new Ukprn(document.getString("ukprn")),
                new Touchpoint(document.getString("touchpoint")),
                document.getString("wave"),
                Channel.of(document.getString("channel")).orElseThrow(),
                document.getString("scenario"),
                LocalDate.parse(document.getString("shopDate")),
                sections(document.getList("sections", Document.class)),
                document.getString("comment"));
    }

    private static List<SectionScore> sections(List<Document> documents) {
        return documents.stream()
                .map(scored -> new SectionScore(
                        Section.of(scored.getString("section")).orElseThrow(),
                        scored.getInteger("score"),
                        scored.getInteger("maxScore")))
                .toList();
    }
}
