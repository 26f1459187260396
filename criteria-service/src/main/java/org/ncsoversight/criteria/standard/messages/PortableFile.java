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
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;

/** An edition as the JSON in which it is exported and imported; also how drafts are kept. */
public final class PortableFile {

    private record Whole(
            String edition,
            String title,
            @Nullable String inForceFrom,
            @Nullable String inForceTo,
            List<Element> elements,
            List<CriterionEntry> criteria,
            List<DocumentEntry> documents,
            List<LinkEntry> links,
            List<ThreadEntry> threads,
            List<MeasureEntry> measures,
            List<MappingEntry> mappings,
            @Nullable Integer lapsesSoonInDays) {}

    private PortableFile() {}

    /** Reads an edition and refuses one that is not whole, by whatever exception the reason has. */
    public static PortableEdition read(String json) {
        Whole whole = Wire.JSON.readValue(json, Whole.class);
        var contents = new Contents(
                whole.title,
                whole.elements,
                whole.criteria.stream().map(CriterionEntry::criterion).toList(),
                whole.documents.stream().map(DocumentEntry::document).toList(),
                whole.links.stream().map(LinkEntry::link).toList(),
                whole.threads.stream().map(ThreadEntry::thread).toList(),
                whole.measures.stream().map(MeasureEntry::measure).toList(),
                Entries.orUnsaid(whole.lapsesSoonInDays));
        return new PortableEdition(
                new EditionId(whole.edition),
                contents,
                Optional.ofNullable(whole.inForceFrom).map(LocalDate::parse),
                Optional.ofNullable(whole.inForceTo).map(LocalDate::parse),
                whole.mappings.stream().map(MappingEntry::mapping).toList());
    }

    public static String write(PortableEdition edition) {
        Contents contents = edition.contents();
        return Wire.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Whole(
                        edition.id().value(),
                        contents.title(),
                        edition.inForceFrom().map(LocalDate::toString).orElse(null),
                        edition.inForceTo().map(LocalDate::toString).orElse(null),
                        contents.elements(),
                        contents.criteria().stream().map(CriterionEntry::of).toList(),
                        contents.documents().stream().map(DocumentEntry::of).toList(),
                        contents.links().stream().map(LinkEntry::of).toList(),
                        contents.threads().stream().map(ThreadEntry::of).toList(),
                        contents.measures().stream().map(MeasureEntry::of).toList(),
                        edition.mappings().stream().map(MappingEntry::of).toList(),
                        contents.lapsesSoonInDays()));
    }
}
