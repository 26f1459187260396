package org.ncsoversight.criteria.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.comparison.WordDifference.Run;
import org.ncsoversight.criteria.model.standard.Contents;
import org.ncsoversight.criteria.model.standard.Criterion;
import org.ncsoversight.criteria.model.standard.CriterionCode;
import org.ncsoversight.criteria.model.standard.Link;

/** What changes from what one edition says to what another says. */
public record Comparison(
        List<CriterionChange> criteria, List<Link> linksAdded, List<Link> linksRemoved, List<String> alsoChanged) {

    /** What became of a criterion. */
    public enum Status {
        NEW("New"),
        GONE("Gone"),
        CHANGED("Text changed"),
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

    /** One criterion before and after; texts as runs of words. */
    public record CriterionChange(
            CriterionCode code,
            Status status,
            List<Run> title,
            List<Run> asks,
            List<Run> practice,
            Optional<Criterion> before,
            Optional<Criterion> after) {

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
        return new Comparison(
                codes.stream()
                        .map(code -> change(code, before.criterion(code), after.criterion(code)))
                        .toList(),
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
        return before.equals(after.withTextVersion(before.textVersion())) ? Status.SAME : Status.OTHERWISE_CHANGED;
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
        return changed;
    }

    private static void note(List<String> changed, String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(what);
        }
    }
}
