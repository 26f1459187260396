package org.ncsoversight.criteria.register.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Profile;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.standard.model.EditionId;

/** How parts of the register look inside documents. */
final class RegisterDocuments {

    private static final String NAME = "name";
    private static final String FROM = "from";
    private static final String YEAR = "year";
    private static final String EDITION = "edition";
    private static final String BOOKED_FOR = "bookedFor";

    // Nobody was asked who recorded it then.
    private static final UUID EARLIER = new UUID(0, 1);

    private RegisterDocuments() {}

    static List<Document> of(NameHistory names) {
        return names.entries().stream()
                .map(entry -> new Document(NAME, entry.name())
                        .append(FROM, entry.from().map(LocalDate::toString).orElse(null)))
                .toList();
    }

    /** Documents that are older than the history have one name. */
    static NameHistory names(Document document, String history, String single) {
        List<Document> entries = document.getList(history, Document.class);
        return entries == null
                ? NameHistory.of(document.getString(single))
                : new NameHistory(entries.stream()
                        .map(entry -> new NameHistory.Entry(
                                entry.getString(NAME),
                                Optional.ofNullable(entry.getString(FROM)).map(LocalDate::parse)))
                        .toList());
    }

    static List<Document> of(Profile profile) {
        return profile.years().entrySet().stream()
                .map(year -> {
                    var document = new Document(YEAR, year.getKey());
                    year.getValue().forEach((figure, value) -> document.append(figure.code(), value));
                    return document;
                })
                .toList();
    }

    static Profile profile(@Nullable List<Document> years) {
        var all = new TreeMap<Integer, Map<Figure, Integer>>();
        if (years != null) {
            for (Document year : years) {
                var figures = new EnumMap<Figure, Integer>(Figure.class);
                for (Figure figure : Figure.values()) {
                    Optional.ofNullable(year.getInteger(figure.code())).ifPresent(value -> figures.put(figure, value));
                }
                all.put(year.getInteger(YEAR), figures);
            }
        }
        return new Profile(all);
    }

    static Document of(Step step) {
        return new Document("id", step.id().toString())
                .append("kind", step.kind().code())
                .append("on", step.on().toString())
                .append(BOOKED_FOR, step.bookedFor().map(LocalDate::toString).orElse(null))
                .append(EDITION, step.edition().map(EditionId::value).orElse(null))
                .append("note", step.note())
                .append("recordedAt", Date.from(step.recordedAt()))
                .append("recordedBy", step.recordedBy());
    }

    static Step step(Document document) {
        return new Step(
                UUID.fromString(document.getString("id")),
                Step.Kind.parse(document.getString("kind")).orElseThrow(),
                LocalDate.parse(document.getString("on")),
                Optional.ofNullable(document.getString(BOOKED_FOR)).map(LocalDate::parse),
                Optional.ofNullable(document.getString(EDITION)).map(EditionId::new),
                document.getString("note"),
                document.getDate("recordedAt").toInstant(),
                document.getString("recordedBy"));
    }

    /** What a document says that is older than steps. */
    static Step accredited(Document accreditation) {
        return new Step(
                EARLIER,
                Step.Kind.ACCREDITED,
                LocalDate.parse(accreditation.getString("accreditedOn")),
                Optional.empty(),
                Optional.of(new EditionId(accreditation.getString(EDITION))),
                "",
                Instant.EPOCH,
                "");
    }
}
