package org.ncsoversight.criteria.standard.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.standard.comparison.WordDifference.Run;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.Link;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;

/** What changes from what one edition says to what another says. */
public record Comparison(
        List<CriterionChange> criteria, List<Link> linksAdded, List<Link> linksRemoved, List<String> alsoChanged) {

    /** What became of a criterion. */
    public enum Status {
        NEW("New"),
        GONE("Gone"),
        CHANGED("Text changed"),
        SPLIT("Split"),
        MERGED("Merged"),
        OTHERWISE_CHANGED("Voices, prompts or documents changed"),
        SAME("Unchanged");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One criterion before and after; texts as runs of words.
     *
     * @param from what of the edition before leads to it, or for one that is gone, itself
     */
    public record CriterionChange(
            CriterionCode code,
            List<CriterionCode> from,
            Status status,
            List<Run> title,
            List<Run> asks,
            List<Run> practice,
            Optional<Criterion> before,
            Optional<Criterion> after) {

        /** In words, and from what where that has another number. */
        public String label() {
            return from.isEmpty() || from.equals(List.of(code))
                    ? status.label()
                    : status.label() + " from "
                            + from.stream().map(CriterionCode::value).collect(Collectors.joining(", "));
        }

        public boolean voicesChanged() {
            return before.isPresent()
                    && after.isPresent()
                    && (!before.get().voices().equals(after.get().voices())
                            || !before.get()
                                    .whereAppropriate()
                                    .equals(after.get().whereAppropriate()));
        }
    }

    public static Comparison between(Contents before, Contents after) {
        var codes = new TreeSet<CriterionCode>();
        Stream.of(before, after).forEach(contents -> contents.criteria().forEach(it -> codes.add(it.code())));
        return whole(
                before,
                after,
                codes.stream()
                        .map(code -> change(code, before.criterion(code), after.criterion(code)))
                        .toList());
    }

    /** A draft against the edition that it is the next version of, or that it follows as its mappings say. */
    public static Comparison of(Edition before, PortableEdition after) {
        return after.id().equals(before.id())
                ? between(before.contents(), after.contents())
                : following(before, after.contents(), after.mappings());
    }

    /** A new edition against the one it follows: each criterion against those that lead to it, whatever their number. */
    public static Comparison following(Edition before, Contents after, List<Mapping> mappings) {
        List<Mapping> own = mappings.stream()
                .filter(mapping -> mapping.fromEdition().equals(before.id()))
                .toList();
        Stream<CriterionChange> here =
                after.criteria().stream().map(criterion -> arrived(criterion, before.contents(), own));
        Stream<CriterionChange> gone = before.criteria().stream()
                .filter(criterion ->
                        own.stream().noneMatch(mapping -> mapping.from().equals(criterion.code())))
                .map(criterion -> change(criterion.code(), Optional.of(criterion), Optional.empty()));
        return whole(
                before.contents(),
                after,
                Stream.concat(here, gone)
                        .sorted(Comparator.comparing(CriterionChange::code))
                        .toList());
    }

    private static CriterionChange arrived(Criterion criterion, Contents before, List<Mapping> mappings) {
        List<Mapping> leading = mappings.stream()
                .filter(mapping -> mapping.to().contains(criterion.code()))
                .filter(mapping -> before.criterion(mapping.from()).isPresent())
                .toList();
        Optional<Criterion> one =
                leading.size() == 1 ? before.criterion(leading.getFirst().from()) : Optional.empty();
        CriterionChange change = change(criterion.code(), one, Optional.of(criterion));
        if (leading.isEmpty()) {
            return change;
        }
        Status status = leading.size() > 1
                ? Status.MERGED
                : switch (leading.getFirst().kind()) {
                    // Texts may have been edited after somebody said that they are the same.
                    case SAME -> change.status();
                    case CHANGED -> Status.CHANGED;
                    case SPLIT -> Status.SPLIT;
                    case MERGED -> Status.MERGED;
                };
        return new CriterionChange(
                change.code(),
                leading.stream().map(Mapping::from).sorted().toList(),
                status,
                change.title(),
                change.asks(),
                change.practice(),
                change.before(),
                change.after());
    }

    private static Comparison whole(Contents before, Contents after, List<CriterionChange> criteria) {
        return new Comparison(
                criteria,
                after.links().stream()
                        .filter(link -> !before.links().contains(link))
                        .toList(),
                before.links().stream()
                        .filter(link -> !after.links().contains(link))
                        .toList(),
                alsoChanged(before, after));
    }

    /** The criteria that ask something else than before, or are new or gone. */
    public List<CriterionChange> toLookAt() {
        return criteria.stream()
                .filter(change -> change.status() != Status.SAME && change.status() != Status.OTHERWISE_CHANGED)
                .toList();
    }

    public List<CriterionChange> changed() {
        return criteria.stream()
                .filter(change -> change.status() != Status.SAME)
                .toList();
    }

    private static CriterionChange change(CriterionCode code, Optional<Criterion> before, Optional<Criterion> after) {
        return new CriterionChange(
                code,
                before.isPresent() ? List.of(code) : List.of(),
                status(before.orElse(null), after.orElse(null)),
                runs(before, after, Criterion::title),
                runs(before, after, Criterion::asks),
                runs(before, after, Criterion::practice),
                before,
                after);
    }

    private static Status status(@Nullable Criterion before, @Nullable Criterion after) {
        if (before == null) {
            return Status.NEW;
        }
        if (after == null) {
            return Status.GONE;
        }
        if (!before.asksTheSameAs(after)) {
            return Status.CHANGED;
        }
        boolean same = before.voices().equals(after.voices())
                && before.whereAppropriate().equals(after.whereAppropriate())
                && before.prompts().equals(after.prompts())
                && before.documents().equals(after.documents());
        return same ? Status.SAME : Status.OTHERWISE_CHANGED;
    }

    private static List<Run> runs(
            Optional<Criterion> before, Optional<Criterion> after, Function<Criterion, String> text) {
        return WordDifference.between(
                before.map(text).orElse(""), after.map(text).orElse(""));
    }

    private static List<String> alsoChanged(Contents before, Contents after) {
        var changed = new ArrayList<String>();
        note(changed, "The title of the edition", before.title(), after.title());
        note(changed, "The elements", before.elements(), after.elements());
        note(changed, "The named documents", before.documents(), after.documents());
        note(changed, "The golden threads", before.threads(), after.threads());
        note(changed, "The linked measures", before.measures(), after.measures());
        note(changed, "When evidence lapses soon", before.lapsesSoonInDays(), after.lapsesSoonInDays());
        return changed;
    }

    private static void note(List<String> changed, String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(what);
        }
    }
}
