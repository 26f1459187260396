package org.ncsoversight.criteria.standard.messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.messages.Wire;
import org.ncsoversight.criteria.standard.messages.Entries.CriterionEntry;
import org.ncsoversight.criteria.standard.messages.Entries.DocumentEntry;
import org.ncsoversight.criteria.standard.messages.Entries.LinkEntry;
import org.ncsoversight.criteria.standard.messages.Entries.MappingEntry;
import org.ncsoversight.criteria.standard.messages.Entries.MeasureEntry;
import org.ncsoversight.criteria.standard.messages.Entries.ThreadEntry;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Element;

/** A whole published edition as JSON, texts included: as it is bundled, kept and read over HTTP. */
public final class EditionFile {

    private record ReplacementEntry(String edition, String lastDay) {}

    private record Whole(
            String edition,
            long version,
            @Nullable String state,
            String title,
            String inForceFrom,
            @Nullable String inForceTo,
            @Nullable ReplacementEntry replaces,
            List<Element> elements,
            List<CriterionEntry> criteria,
            @Nullable List<DocumentEntry> documents,
            List<LinkEntry> links,
            List<ThreadEntry> threads,
            List<MeasureEntry> measures,
            @Nullable List<MappingEntry> mappings,
            @Nullable String source,
            @Nullable Integer lapsesSoonInDays) {

        Contents contents() {
            return new Contents(
                    title,
                    elements,
                    criteria.stream().map(CriterionEntry::criterion).toList(),
                    Entries.orNone(documents).stream()
                            .map(DocumentEntry::document)
                            .toList(),
                    links.stream().map(LinkEntry::link).toList(),
                    threads.stream().map(ThreadEntry::thread).toList(),
                    measures.stream().map(MeasureEntry::measure).toList(),
                    Entries.orUnsaid(lapsesSoonInDays));
        }
    }

    private EditionFile() {}

    /** Reads an edition and refuses one that is not whole. */
    public static Edition read(String json) {
        Whole whole = Wire.JSON.readValue(json, Whole.class);
        return new Edition(
                new EditionId(whole.edition),
                whole.version,
                whole.contents(),
                LocalDate.parse(whole.inForceFrom),
                Optional.ofNullable(whole.inForceTo).map(LocalDate::parse),
                whole.state == null ? Edition.State.IN_FORCE : Edition.State.of(whole.state),
                Optional.ofNullable(whole.replaces)
                        .map(entry ->
                                new Edition.Replacement(new EditionId(entry.edition), LocalDate.parse(entry.lastDay))),
                Entries.orNone(whole.mappings).stream()
                        .map(MappingEntry::mapping)
                        .toList(),
                "administrator".equals(whole.source) ? Edition.Source.ADMINISTRATOR : Edition.Source.BUNDLED);
    }

    public static String write(Edition edition) {
        Contents contents = edition.contents();
        return Wire.JSON.writeValueAsString(new Whole(
                edition.id().value(),
                edition.version(),
                edition.state().code(),
                edition.title(),
                edition.inForceFrom().toString(),
                edition.inForceTo().map(LocalDate::toString).orElse(null),
                edition.replaces()
                        .map(earlier -> new ReplacementEntry(
                                earlier.edition().value(), earlier.lastDay().toString()))
                        .orElse(null),
                contents.elements(),
                contents.criteria().stream().map(CriterionEntry::of).toList(),
                contents.documents().stream().map(DocumentEntry::of).toList(),
                contents.links().stream().map(LinkEntry::of).toList(),
                contents.threads().stream().map(ThreadEntry::of).toList(),
                contents.measures().stream().map(MeasureEntry::of).toList(),
                edition.mappings().stream().map(MappingEntry::of).toList(),
                edition.source() == Edition.Source.ADMINISTRATOR ? "administrator" : "bundled",
                contents.lapsesSoonInDays()));
    }
}
