package org.ncsoversight.evidence.items.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Voice;

/**
 * What a provider says in a piece of evidence, and for which criteria.
 *
 * @param edition the leading one: in force when this was written; at least one reference is to it
 * @param references every criterion it answers, of this edition and of others
 * @param reviewDate the last day on which it counts as current
 * @param owner username of the colleague who answers for it; null in what was kept before owners were
 * @param link where it can be looked at elsewhere; always there for the kind link
 * @param document code of the document it is, if the edition names it, for example customer-charter
 * @param threads the golden threads it hangs on
 */
public record Content(
        String edition,
        SortedSet<Reference> references,
        String title,
        String statement,
        Voice voice,
        Kind kind,
        Period period,
        LocalDate reviewDate,
        Classification classification,
        @Nullable String owner,
        @Nullable String link,
        @Nullable String document,
        SortedSet<UUID> threads) {

    public Content {
        if (references.stream().noneMatch(reference -> reference.edition().equals(edition))) {
            throw new IllegalArgumentException("evidence is for at least one criterion");
        }
        if (kind == Kind.LINK && link == null) {
            throw new IllegalArgumentException("a link leads somewhere");
        }
        references = Collections.unmodifiableSortedSet(new TreeSet<>(references));
        threads = Collections.unmodifiableSortedSet(new TreeSet<>(threads));
    }

    /** An account, handled as everything is unless somebody says otherwise. */
    public Content(
            String edition,
            SortedMap<CriterionCode, Integer> criteria,
            String title,
            String statement,
            Voice voice,
            Period period,
            LocalDate reviewDate) {
        this(
                edition,
                references(edition, criteria),
                title,
                statement,
                voice,
                Kind.ACCOUNT,
                period,
                reviewDate,
                Classification.OFFICIAL,
                null,
                null,
                null,
                Collections.emptySortedSet());
    }

    /** The criteria of the leading edition with the version of their text. */
    public SortedMap<CriterionCode, Integer> criteria() {
        var criteria = new TreeMap<CriterionCode, Integer>();
        references.stream()
                .filter(reference -> reference.edition().equals(edition))
                .forEach(reference -> criteria.put(reference.code(), reference.textVersion()));
        return Collections.unmodifiableSortedMap(criteria);
    }

    public SortedSet<CriterionCode> codes() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(criteria().keySet()));
    }

    /** The same, answering these versions of the criteria's texts. */
    public Content answering(SortedSet<Reference> sameCriteria) {
        return new Content(
                edition,
                sameCriteria,
                title,
                statement,
                voice,
                kind,
                period,
                reviewDate,
                classification,
                owner,
                link,
                document,
                threads);
    }

    /** The same, looked after by this colleague and hanging on these threads. */
    public Content arranged(String newOwner, SortedSet<UUID> newThreads) {
        return new Content(
                edition,
                references,
                title,
                statement,
                voice,
                kind,
                period,
                reviewDate,
                classification,
                newOwner,
                link,
                document,
                newThreads);
    }

    /** Whether a provider who sent the one has said the same in the other; the edition's texts are not theirs. */
    public boolean saysTheSameAs(Content other) {
        return sameCriteria(other)
                && title.equals(other.title)
                && statement.equals(other.statement)
                && voice == other.voice
                && kind == other.kind
                && period.equals(other.period)
                && reviewDate.equals(other.reviewDate)
                && classification == other.classification
                && Objects.equals(link, other.link)
                && Objects.equals(document, other.document);
    }

    private boolean sameCriteria(Content other) {
        return edition.equals(other.edition)
                && references.size() == other.references.size()
                && references.stream()
                        .allMatch(mine -> other.references.stream().anyMatch(mine::sameCriterionAs));
    }

    private static SortedSet<Reference> references(String edition, SortedMap<CriterionCode, Integer> criteria) {
        var references = new TreeSet<Reference>();
        criteria.forEach((code, textVersion) -> references.add(new Reference(edition, code, textVersion)));
        return references;
    }
}
