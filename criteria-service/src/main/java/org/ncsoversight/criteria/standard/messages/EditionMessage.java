package org.ncsoversight.criteria.standard.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.messages.Wire;
import org.ncsoversight.criteria.standard.messages.Entries.MappingEntry;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.outbox.OutboxEvent;

/** An edition as contracts/edition.v1 promises it: its structure, and what each criterion asks. */
public record EditionMessage(
        String edition,
        long version,
        String title,
        String inForceFrom,
        @Nullable String inForceTo,
        List<ElementMessage> elements,
        List<CriterionMessage> criteria,
        List<LinkMessage> links,
        List<ThreadMessage> threads,
        List<MeasureMessage> measures,
        String state,
        List<DocumentMessage> documents,
        List<MappingEntry> mappings,
        List<String> unmapped,
        List<String> mappedFromNothing,
        int lapsesSoonInDays) {

    // Kafka takes 1 MB with headers; the texts are the part that readers can do without.
    private static final int LARGEST_IN_BYTES = 900_000;

    record ElementMessage(int number, String title) {}

    record CriterionMessage(
            String code,
            int element,
            String title,
            int textVersion,
            List<String> voices,
            List<String> voicesWhereAppropriate,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String asks,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, List<String>> prompts) {

        static CriterionMessage of(Criterion criterion) {
            return new CriterionMessage(
                    criterion.code().value(),
                    criterion.code().element(),
                    criterion.title(),
                    criterion.textVersion(),
                    criterion.voices().stream().map(Voice::code).toList(),
                    criterion.whereAppropriate().stream()
                            .sorted()
                            .map(Voice::code)
                            .toList(),
                    criterion.asks(),
                    Entries.promptsOf(criterion));
        }

        CriterionMessage withoutTexts() {
            return new CriterionMessage(code, element, title, textVersion, voices, voicesWhereAppropriate, null, null);
        }
    }

    record LinkMessage(String from, String to) {}

    record ThreadMessage(String code, String title, List<String> criteria) {}

    record MeasureMessage(
            String code, String title, List<String> criteria, String better, double limit, int minimumBase) {}

    record DocumentMessage(String code, String title, List<String> criteria) {}

    static EditionMessage of(EditionPublished event) {
        Edition edition = event.edition();
        return new EditionMessage(
                edition.id().value(),
                edition.version(),
                edition.title(),
                edition.inForceFrom().toString(),
                edition.inForceTo().map(LocalDate::toString).orElse(null),
                edition.elements().stream()
                        .map(element -> new ElementMessage(element.number(), element.title()))
                        .toList(),
                edition.criteria().stream().map(CriterionMessage::of).toList(),
                edition.links().stream()
                        .map(link ->
                                new LinkMessage(link.from().value(), link.to().value()))
                        .toList(),
                edition.threads().stream()
                        .map(thread -> new ThreadMessage(thread.code(), thread.title(), codes(thread.criteria())))
                        .toList(),
                edition.measures().stream()
                        .map(measure -> new MeasureMessage(
                                measure.code(),
                                measure.title(),
                                codes(measure.criteria()),
                                Entries.directionOf(measure.better()),
                                measure.limit(),
                                measure.minimumBase()))
                        .toList(),
                edition.state().code(),
                edition.contents().documents().stream()
                        .map(document ->
                                new DocumentMessage(document.code(), document.title(), codes(document.criteria())))
                        .toList(),
                edition.mappings().stream().map(MappingEntry::of).toList(),
                codes(new TreeSet<>(event.unmapped())),
                codes(edition.mappedFromNothing()),
                edition.contents().lapsesSoonInDays());
    }

    public static OutboxEvent event(EditionPublished event) {
        OutboxEvent whole = event(event, of(event));
        return whole.json().getBytes(StandardCharsets.UTF_8).length <= LARGEST_IN_BYTES
                ? whole
                : event(event, of(event).withoutTexts());
    }

    private static OutboxEvent event(EditionPublished event, EditionMessage message) {
        return Wire.event(
                event.eventId(),
                event.recordedAt(),
                "ncs.standard.v1",
                "org.ncsoversight.standard.edition.v1",
                event.edition().id().value(),
                message);
    }

    private EditionMessage withoutTexts() {
        return new EditionMessage(
                edition,
                version,
                title,
                inForceFrom,
                inForceTo,
                elements,
                criteria.stream().map(CriterionMessage::withoutTexts).toList(),
                links,
                threads,
                measures,
                state,
                documents,
                mappings,
                unmapped,
                mappedFromNothing,
                lapsesSoonInDays);
    }

    private static List<String> codes(Collection<CriterionCode> criteria) {
        return criteria.stream().map(CriterionCode::value).toList();
    }
}
