package org.ncsoversight.evidence.planning.improving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.improving.ImprovementInput.SourceInput;
import org.ncsoversight.evidence.planning.improving.pages.ImprovementForm;
import org.ncsoversight.evidence.planning.model.Source;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.springframework.util.LinkedMultiValueMap;

class ImprovementRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final ImprovementLimits LIMITS = new ImprovementLimits(10, 20, 3, 5);
    private static final Edition EDITION = new Edition(
            "matrix-ncs-4e",
            1,
            "Edition",
            LocalDate.parse("2020-01-01"),
            null,
            List.of(new Edition.Element(4, "Element")),
            List.of(new Criterion(new CriterionCode("4.3"), 4, "Feedback", 1, List.of(Voice.CLIENT))));

    @Test
    void what_is_right_is_kept_with_whoever_wrote_it_as_owner() {
        var checked = check("Title", "Better", List.of("4.3"), "2026-11-23", List.of());

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.improvement().orElseThrow().owner()).isEqualTo("author");
    }

    @Test
    void each_wrong_field_is_named() {
        assertThat(codes("", "", List.of(), "", List.of()))
                .containsExactly("title-missing", "difference-missing", "criteria-missing", "due-missing");
        assertThat(codes("12345678901", "x".repeat(21), List.of("9.9"), "2026-02-30", List.of()))
                .containsExactly("title-too-long", "difference-too-long", "criterion-unknown", "due-not-a-date");
        assertThat(codes("1234567890", "x".repeat(20), List.of("4.3"), "2026-11-22", List.of()))
                .containsExactly("due-in-past");
        assertThat(codes("Title", "Better", List.of("4.3"), "2031-11-24", List.of()))
                .containsExactly("due-too-far");
    }

    @Test
    void a_due_date_that_has_gone_by_may_stay() {
        var input = new ImprovementInput(null, "Title", "Better", List.of("4.3"), "", "2026-11-22", List.of());

        assertThat(new ImprovementRules(LIMITS, EDITION, TODAY)
                        .check(input, "author", LocalDate.parse("2026-11-22"))
                        .errors())
                .isEmpty();
    }

    @Test
    void wrong_sources_are_named_by_their_kind() {
        assertThat(codes(
                        "Title",
                        "Better",
                        List.of("4.3"),
                        "2026-12-01",
                        List.of(
                                SourceInput.gap("9.9", "client"),
                                SourceInput.area("", "4.3", "Text"),
                                SourceInput.item("no id"))))
                .containsExactly("gap-unknown", "area-incomplete", "evidence-not-an-id");
        assertThat(codes(
                        "Title",
                        "Better",
                        List.of("4.3"),
                        "2026-12-01",
                        List.of(
                                SourceInput.gap("4.3", "nobody"),
                                SourceInput.theme("no code", "Text"),
                                SourceInput.theme("", ""))))
                .containsExactly("gap-unknown", "theme-code-invalid", "theme-missing-or-too-long");
    }

    @Test
    void the_form_reads_themes_areas_gaps_and_items() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("gaps", "4.3:client");
        typed.add("themes", "[waiting] Too long\n\nToo far");
        typed.addAll("area-report", List.of("report-7", ""));
        typed.addAll("area-criterion", List.of("4.3", ""));
        typed.addAll("area-text", List.of("Ask", ""));
        typed.add("evidence", "http://here/evidence/00000000-0000-0001-0000-000000000002");
        var sources = new ImprovementForm(typed).input().sources();
        var reader = new SourceRules(new ImprovementLimits(10, 20, 9, 5), EDITION);

        assertThat(sources.stream().flatMap(one -> reader.read(one).stream()))
                .extracting(Source::kind)
                .containsExactly(
                        Source.Kind.GAP, Source.Kind.THEME, Source.Kind.THEME, Source.Kind.AREA, Source.Kind.EVIDENCE);
        assertThat(reader.errors()).isEmpty();
    }

    private static List<String> codes(
            String title, String difference, List<String> criteria, String due, List<SourceInput> sources) {
        return check(title, difference, criteria, due, sources).errors().stream()
                .map(FieldError::code)
                .toList();
    }

    private static ImprovementRules.Outcome check(
            String title, String difference, List<String> criteria, String due, List<SourceInput> sources) {
        var input = new ImprovementInput(null, title, difference, criteria, "", due, sources);
        return new ImprovementRules(LIMITS, EDITION, TODAY).check(input, "author", null);
    }
}
