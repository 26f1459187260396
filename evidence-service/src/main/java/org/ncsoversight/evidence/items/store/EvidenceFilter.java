package org.ncsoversight.evidence.items.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.answering.FreshLook;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.SearchWords;
import org.ncsoversight.evidence.model.Voice;

/**
 * Narrows a list of evidence; what is null or empty is not asked for.
 *
 * @param states any of these
 * @param criterion of the item's leading edition, or of the edition that is named
 * @param owner username of who answers for it
 * @param words all of these, as {@link SearchWords} writes them, in title and statement together
 * @param period the period covered has a day among these
 * @param submitted first submitted on one of these days, in England
 * @param review its review date is one of these
 * @param freshLook needs one
 * @param edition only what answers a criterion of it, and that criterion if one is named too
 */
public record EvidenceFilter(
        @Nullable ProviderId provider,
        Set<EvidenceState> states,
        @Nullable CriterionCode criterion,
        @Nullable Voice voice,
        @Nullable Kind kind,
        @Nullable Classification classification,
        @Nullable UUID thread,
        @Nullable String owner,
        List<String> words,
        Days period,
        Days submitted,
        Days review,
        @Nullable FreshLook freshLook,
        @Nullable String edition) {

    /** Where the days of this service begin and end. */
    public EvidenceFilter {
        states = Set.copyOf(states);
        words = List.copyOf(words);
    }

    /** By the most usual. */
    public EvidenceFilter(
            @Nullable ProviderId provider, @Nullable CriterionCode criterion, @Nullable EvidenceState state) {
        this(
                provider,
                state == null ? Set.of() : Set.of(state),
                criterion,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Days.ANY,
                Days.ANY,
                Days.ANY,
                null,
                null);
    }

    /** The same, in any of these states. */
    public EvidenceFilter in(Set<EvidenceState> anyOf) {
        return new EvidenceFilter(
                provider,
                anyOf,
                criterion,
                voice,
                kind,
                classification,
                thread,
                owner,
                words,
                period,
                submitted,
                review,
                freshLook,
                edition);
    }

    /** The same, for this criterion of this edition. */
    public EvidenceFilter about(@Nullable String ofEdition, @Nullable CriterionCode code) {
        return new EvidenceFilter(
                provider,
                states,
                code,
                voice,
                kind,
                classification,
                thread,
                owner,
                words,
                period,
                submitted,
                review,
                freshLook,
                ofEdition);
    }

    public boolean accepts(Evidence evidence) {
        return (provider == null || provider.equals(evidence.provider()))
                && (states.isEmpty() || states.contains(evidence.state()))
                && acceptsContent(evidence)
                && acceptsDays(evidence)
                && (freshLook == null || freshLook.isNeededBy(evidence.content()));
    }

    private boolean acceptsContent(Evidence evidence) {
        var content = evidence.content();
        return acceptsCriteria(content)
                && (voice == null || voice == content.voice())
                && (kind == null || kind == content.kind())
                && (classification == null || classification == content.classification())
                && (thread == null || content.threads().contains(thread))
                && (owner == null || owner.equals(content.owner()))
                && SearchWords.in(content.title(), content.statement()).containsAll(words);
    }

    private boolean acceptsCriteria(Content content) {
        return edition == null
                ? criterion == null || content.codes().contains(criterion)
                : content.references().stream()
                        .anyMatch(reference -> reference.edition().equals(edition)
                                && (criterion == null || criterion.equals(reference.code())));
    }

    private boolean acceptsDays(Evidence evidence) {
        var content = evidence.content();
        var day = England.dayOf(evidence.submitted().at());
        return period.overlap(content.period().from(), content.period().to())
                && submitted.include(day)
                && review.include(content.reviewDate());
    }
}
