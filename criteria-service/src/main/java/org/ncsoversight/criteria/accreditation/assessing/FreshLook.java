package org.ncsoversight.criteria.accreditation.assessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.comparison.Comparison;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.stereotype.Component;

/** What each publication of an edition changed, and which judgements answered the text from before it. */
@Component
class FreshLook {

    /** What one publication changed. */
    record Step(String heading, String beforePath, Comparison comparison, JudgementsToReview.Found judgements) {

        public List<Comparison.CriterionChange> toLookAt() {
            return comparison.toLookAt();
        }
    }

    private final EditionStore editions;
    private final JudgementsToReview judgements;

    FreshLook(EditionStore editions, JudgementsToReview judgements) {
        this.editions = editions;
        this.judgements = judgements;
    }

    /** The latest first. */
    List<Step> steps(Edition edition, Caller caller) {
        String path = "/criteria/editions/" + edition.id().value();
        var steps = new ArrayList<Step>();
        Edition after = edition;
        for (long version = edition.version() - 1; version > 0; version--) {
            Optional<Edition> before = editions.find(edition.id(), version);
            if (before.isEmpty()) {
                break;
            }
            var comparison = Comparison.between(before.get().contents(), after.contents());
            if (!comparison.toLookAt().isEmpty()) {
                steps.add(new Step(
                        "Version " + after.version() + " of this edition",
                        path + "?version=" + version,
                        comparison,
                        judgements(edition, comparison, caller)));
            }
            after = before.get();
        }
        Edition first = after;
        edition.replaces()
                .flatMap(replaced -> editions.find(replaced.edition()))
                .ifPresent(earlier -> {
                    var comparison = Comparison.following(earlier, first.contents(), edition.mappings());
                    steps.add(new Step(
                            "This edition after " + earlier.title(),
                            "/criteria/editions/" + earlier.id().value(),
                            comparison,
                            judgements(earlier, comparison, caller)));
                });
        return steps;
    }

    private JudgementsToReview.Found judgements(Edition before, Comparison comparison, Caller caller) {
        Set<CriterionCode> codes = comparison.toLookAt().stream()
                .flatMap(change -> change.from().stream())
                .collect(Collectors.toSet());
        return caller.mayReadReports()
                ? judgements.under(before.id(), codes, caller.visible())
                : JudgementsToReview.Found.NONE;
    }
}
