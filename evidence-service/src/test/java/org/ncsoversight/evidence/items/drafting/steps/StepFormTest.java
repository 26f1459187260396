package org.ncsoversight.evidence.items.drafting.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.springframework.util.LinkedMultiValueMap;

class StepFormTest {

    private static final Edition LEADING = InMemoryStandard.following("4.3");
    private static final Edition OTHER = InMemoryStandard.EDITION;

    @Test
    void criteria_of_each_edition_in_force_can_be_chosen() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("criteria", "4.3");
        typed.add("references", "matrix-ncs-4e/1.7");

        var form = StepForm.of(Step.CRITERIA, typed, Proposal.EMPTY);

        var criterion = OTHER.criterion(new CriterionCode("1.7")).orElseThrow();
        assertThat(form.has(OTHER, criterion, false)).isTrue();
        assertThat(form.has(LEADING, criterion, true)).isFalse();
        assertThat(form.hasAny(LEADING, LEADING.criteria(), true)).isTrue();
    }

    @Test
    void references_to_editions_that_are_not_offered_are_sent_along() {
        var form =
                new StepForm(Proposal.EMPTY.with(Field.REFERENCES, List.of("matrix-ncs-4e/1.7", "matrix-ncs-3e/2.1")));

        assertThat(form.referencesBeside(List.of(LEADING, OTHER))).containsExactly("matrix-ncs-3e/2.1");
    }

    @Test
    void what_it_replaces_stays_where_the_page_does_not_ask() {
        var saved = Proposal.EMPTY.with(Field.REPLACES, "an-id");
        var typed = new LinkedMultiValueMap<String, String>();

        assertThat(StepForm.of(Step.HANDLING, typed, saved).text("replaces")).isEqualTo("an-id");

        typed.add("replaces", "");
        assertThat(StepForm.of(Step.HANDLING, typed, saved).text("replaces")).isEmpty();
    }
}
