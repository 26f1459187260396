package org.ncsoversight.criteria.standard.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.guidance.Guidance;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.GoldenThread;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.NamedDocument;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;

/** What the guidance says, and what it does not say as the edition before says it. */
record Based(PortableEdition edition, List<String> leftOut) {

    static Based on(Guidance guidance, EditionId id, Optional<Edition> base, boolean fewer) throws DamagedFile {
        if (base.isEmpty()) {
            return new Based(portable(id, guidance, guidance.criteria(), Parts.NONE, List.of()), List.of());
        }
        Edition edition = base.get();
        if (!fewer) {
            refuseFewer(guidance, edition);
        }
        Set<CriterionCode> codes =
                guidance.criteria().stream().map(Criterion::code).collect(Collectors.toSet());
        List<Criterion> criteria = guidance.criteria().stream()
                .map(criterion -> edition.criterion(criterion.code())
                        .map(known -> completed(criterion, known))
                        .orElse(criterion))
                .toList();
        var leftOut = new ArrayList<String>();
        var parts = new Parts(
                documents(guidance, edition, codes),
                kept(edition.threads(), thread -> codes.containsAll(thread.criteria()), GoldenThread::title, leftOut),
                kept(edition.measures(), measure -> codes.containsAll(measure.criteria()), Measure::title, leftOut),
                edition.contents().lapsesSoonInDays());
        return new Based(portable(id, guidance, criteria, parts, mappings(edition, criteria, id)), leftOut);
    }

    Set<CriterionCode> allCodes() {
        return edition.contents().criteria().stream().map(Criterion::code).collect(Collectors.toSet());
    }

    private record Parts(
            List<NamedDocument> documents, List<GoldenThread> threads, List<Measure> measures, int lapsesSoonInDays) {
        static final Parts NONE = new Parts(List.of(), List.of(), List.of(), Contents.LAPSES_SOON_UNLESS_SAID_IN_DAYS);
    }

    private static PortableEdition portable(
            EditionId id, Guidance guidance, List<Criterion> criteria, Parts parts, List<Mapping> mappings) {
        var contents = new Contents(
                guidance.title(),
                guidance.elements(),
                criteria,
                parts.documents(),
                guidance.links(),
                parts.threads(),
                parts.measures(),
                parts.lapsesSoonInDays());
        return new PortableEdition(id, contents, Optional.empty(), Optional.empty(), mappings);
    }

    // A document that ends early reads like a shorter one.
    private static void refuseFewer(Guidance guidance, Edition edition) throws DamagedFile {
        for (Criterion criterion : edition.criteria()) {
            if (guidance.criterion(criterion.code()).isEmpty()) {
                boolean element = guidance.elements().stream()
                        .noneMatch(known -> known.number() == criterion.code().element());
                throw new DamagedFile(
                        guidance.lines(),
                        element ? "element-missing" : "criterion-missing",
                        "Criterion " + criterion.code() + " of the edition before is missing."
                                + " If this revision has fewer criteria, say so");
            }
        }
    }

    private static Criterion completed(Criterion criterion, Criterion known) {
        var prompts = new EnumMap<Voice, List<String>>(Voice.class);
        criterion.voices().forEach(voice -> prompts.put(voice, known.prompts().getOrDefault(voice, List.of())));
        return criterion.withDocuments(known.documents()).withPrompts(prompts);
    }

    // Where the text calls a document by its name it decides; where it is silent, the edition before does.
    private static List<NamedDocument> documents(Guidance guidance, Edition edition, Set<CriterionCode> codes) {
        return edition.contents().documents().stream()
                .map(document -> {
                    List<CriterionCode> named = guidance.criteria().stream()
                            .filter(criterion -> names(criterion, document.title()))
                            .map(Criterion::code)
                            .toList();
                    List<CriterionCode> before =
                            document.criteria().stream().filter(codes::contains).toList();
                    return new NamedDocument(document.code(), document.title(), named.isEmpty() ? before : named);
                })
                .filter(document -> !document.criteria().isEmpty())
                .toList();
    }

    private static boolean names(Criterion criterion, String title) {
        String text = criterion.title() + " " + criterion.asks() + " " + criterion.practice();
        return text.toLowerCase(Locale.ROOT).contains(title.toLowerCase(Locale.ROOT));
    }

    private static List<Mapping> mappings(Edition edition, List<Criterion> criteria, EditionId id) {
        if (edition.id().equals(id)) {
            Set<CriterionCode> codes = criteria.stream().map(Criterion::code).collect(Collectors.toSet());
            return edition.mappings().stream()
                    .filter(mapping -> codes.containsAll(mapping.to()))
                    .toList();
        }
        return criteria.stream()
                .flatMap(criterion -> edition.criterion(criterion.code()).stream()
                        .map(known -> Mapping.toItself(edition.id(), known, criterion)))
                .toList();
    }

    private static <T> List<T> kept(
            Collection<T> all, Predicate<T> whole, Function<T, String> title, List<String> leftOut) {
        all.stream().filter(whole.negate()).map(title).forEach(leftOut::add);
        return all.stream().filter(whole).toList();
    }
}
