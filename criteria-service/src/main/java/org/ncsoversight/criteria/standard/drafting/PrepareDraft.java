package org.ncsoversight.criteria.standard.drafting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.stereotype.Component;

/** Begins a draft as a copy of the latest edition, and changes it without undoing what others changed. */
@Component
public class PrepareDraft {

    /** Every way it can end. */
    public sealed interface Result {

        record Saved(Draft draft) implements Result {}

        record NotFound() implements Result {}

        record Exists() implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(Draft draft) implements Result {}
    }

    private final DraftStore drafts;
    private final EditionStore editions;

    public PrepareDraft(DraftStore drafts, EditionStore editions) {
        this.drafts = drafts;
        this.editions = editions;
    }

    /** A copy under a new code leads each criterion to itself; under a published one's code it will be its next version. */
    public Result copy(String code) {
        Optional<EditionId> id = EditionId.parse(code.strip());
        if (id.isEmpty()) {
            return new Result.Invalid(List.of(new FieldError(
                    "edition",
                    code.isBlank() ? "missing" : "not-a-code",
                    "Enter a code in small letters, digits and hyphens, for example matrix-ncs-2027")));
        }
        Optional<Edition> source = editions.toBaseOn(id.get());
        if (source.isEmpty()) {
            return new Result.NotFound();
        }
        Edition edition = source.get();
        boolean nextVersion = edition.id().equals(id.get());
        var portable = new PortableEdition(
                id.get(),
                edition.contents(),
                nextVersion ? Optional.of(edition.inForceFrom()) : Optional.empty(),
                nextVersion ? edition.inForceTo() : Optional.empty(),
                nextVersion ? edition.mappings() : same(edition));
        var draft = new Draft(1, portable, Optional.of(edition.id()), Set.of());
        return drafts.add(draft) ? new Result.Saved(draft) : new Result.Exists();
    }

    /** The whole draft at once; it must be of the same code. */
    public Result replace(PortableEdition edition, OptionalLong expectedVersion) {
        return drafts.find(edition.id())
                .map(draft -> save(
                        draft,
                        new Draft(draft.version() + 1, edition, draft.basedOn(), kept(draft, edition)),
                        expectedVersion))
                .orElseGet(Result.NotFound::new);
    }

    /** The draft as one that follows the latest edition; criteria of the same number are led to each other. */
    public Result rebase(EditionId id, OptionalLong expectedVersion) {
        Optional<Draft> found = drafts.find(id);
        Optional<Edition> latest = editions.latest();
        if (found.isEmpty() || latest.isEmpty()) {
            return new Result.NotFound();
        }
        Draft draft = found.get();
        if (!isBaseChanged(draft)) {
            return new Result.Saved(draft);
        }
        PortableEdition led = draft.edition().withMappings(led(draft.edition(), latest.get()));
        return save(
                draft,
                new Draft(draft.version() + 1, led, latest.map(Edition::id), draft.voicesToConfirm()),
                expectedVersion);
    }

    /** Whether another edition than the one it is based on is the one it would follow now. */
    boolean isBaseChanged(Draft draft) {
        return editions.find(draft.id()).isEmpty()
                && editions.latest()
                        .filter(latest -> !draft.basedOn().equals(Optional.of(latest.id())))
                        .isPresent();
    }

    Result change(EditionId id, long expectedVersion, Form form, Function<Draft, Draft> change) {
        Optional<Draft> found = drafts.find(id);
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        try {
            Draft changed = change.apply(found.get());
            return form.problems().isEmpty()
                    ? save(found.get(), changed, OptionalLong.of(expectedVersion))
                    : new Result.Invalid(form.problems());
        } catch (IllegalArgumentException e) {
            return new Result.Invalid(List.of(new FieldError("", "not-whole", String.valueOf(e.getMessage()))));
        }
    }

    /** The edition whose criteria lead to those of a draft: the one that it follows or will follow. */
    Optional<Edition> follows(Draft draft) {
        Optional<Edition> published = editions.find(draft.id());
        return published.isPresent()
                ? published.get().replaces().flatMap(earlier -> editions.find(earlier.edition()))
                : draft.basedOn().flatMap(editions::find);
    }

    private Result save(Draft before, Draft changed, OptionalLong expectedVersion) {
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != before.version()) {
            return new Result.ChangedMeanwhile(before);
        }
        if (drafts.replace(changed)) {
            return new Result.Saved(changed);
        }
        return drafts.find(before.id())
                .<Result>map(Result.ChangedMeanwhile::new)
                .orElseGet(Result.NotFound::new);
    }

    private static Set<CriterionCode> kept(Draft draft, PortableEdition edition) {
        return draft.voicesToConfirm().stream()
                .filter(code -> edition.contents().criterion(code).isPresent())
                .collect(Collectors.toSet());
    }

    private static List<Mapping> led(PortableEdition draft, Edition latest) {
        return latest.criteria().stream()
                .flatMap(criterion -> draft.mappings().stream()
                        .filter(known -> known.fromEdition().equals(latest.id())
                                && known.from().equals(criterion.code()))
                        .findFirst()
                        .or(() -> draft.contents()
                                .criterion(criterion.code())
                                .map(after -> Mapping.toItself(latest.id(), criterion, after)))
                        .stream())
                .toList();
    }

    private static List<Mapping> same(Edition edition) {
        return edition.criteria().stream()
                .map(criterion ->
                        new Mapping(edition.id(), criterion.code(), List.of(criterion.code()), Mapping.Kind.SAME))
                .toList();
    }
}
