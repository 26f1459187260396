package org.ncsoversight.evidence.items.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.InMemoryStandard;

class AnsweredCriterionTest {

    private static final List<Edition> KNOWN = List.of(InMemoryStandard.EDITION, InMemoryStandard.following("4.3"));

    @Test
    void criteria_of_other_editions_are_told_with_their_edition_after_those_of_the_leading_one() {
        var references = new TreeSet<>(Samples.content("4.3").references());
        references.add(new Reference("matrix-ncs-0e", new CriterionCode("9.9"), 1));
        references.add(new Reference("matrix-ncs-5e", new CriterionCode("1.7"), 1));

        assertThat(AnsweredCriterion.of(Samples.content("4.3").answering(references), KNOWN))
                .extracting(AnsweredCriterion::words)
                .containsExactly(
                        "4.3 Feedback is evaluated",
                        "9.9 (matrix-ncs-0e)",
                        "1.7 Clients shape the service (The next edition)");
    }

    @Test
    void what_was_typed_is_told_whether_it_is_right_or_wrong() {
        var typed = Proposal.EMPTY
                .with(Field.CRITERIA, List.of("4.3", "nonsense"))
                .with(Field.REFERENCES, List.of("matrix-ncs-5e/1.7", "2.2"));

        assertThat(AnsweredCriterion.of(typed, InMemoryStandard.EDITION, KNOWN))
                .extracting(AnsweredCriterion::words)
                .containsExactly(
                        "4.3 Feedback is evaluated",
                        "nonsense",
                        "1.7 Clients shape the service (The next edition)",
                        "2.2 ()");
    }
}
