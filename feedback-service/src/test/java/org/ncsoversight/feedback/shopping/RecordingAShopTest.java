package org.ncsoversight.feedback.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.feedback.model.InMemoryProviderRegister;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.security.Callers;
import org.ncsoversight.feedback.shopping.RecordShop.Command;
import org.ncsoversight.feedback.shopping.RecordShop.Result;
import org.ncsoversight.feedback.shopping.ShopForm.SectionForm;

class RecordingAShopTest {

    private static final String ID = "b6d767d2-f8ed-4d21-a44b-0e5886680cb9";

    private final InMemoryShopStore shops = new InMemoryShopStore();
    private final RecordShop recordShop = new RecordShop(
            InMemoryProviderRegister.withTwoAreas(),
            shops,
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_shop_is_of_the_prime_unless_a_subcontractor_is_named() {
        run(form("", "2026-10-20", section("access", "8", "10")));
        run(form("99000101", "2026-10-20", section("access", "8", "10")));

        assertThat(shops.all())
                .extracting(shop -> shop.provider())
                .containsExactly(new Ukprn("99000001"), new Ukprn("99000101"));
    }

    @Test
    void the_same_shop_again_changes_nothing() {
        var form = withId(form("", "2026-10-20", section("access", "8", "10")));

        assertThat(run(form)).isInstanceOf(Result.Recorded.class);
        assertThat(run(form)).isInstanceOf(Result.AlreadyRecorded.class);
        assertThat(shops.all()).hasSize(1);
    }

    @Test
    void a_shop_once_recorded_stays_as_it_is() {
        run(withId(form("", "2026-10-20", section("access", "8", "10"))));

        assertThat(run(withId(form("", "2026-10-20", section("access", "9", "10")))))
                .isInstanceOf(Result.RecordedDifferently.class);
        assertThat(shops.all().getFirst().sections().getFirst().score()).isEqualTo(8);
    }

    @Test
    void a_section_that_did_not_apply_is_left_out() {
        run(form("", "2026-10-20", section("access", "8", "10"), section("referral", "", "")));

        assertThat(shops.all().getFirst().sections()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23,true", "2026-11-24,false"})
    void a_shop_happened_today_at_the_latest(String date, boolean recorded) {
        assertThat(run(form("", date, section("access", "8", "10"))) instanceof Result.Recorded)
                .isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-01,true", "2026-07-02,false"})
    void half_past_midnight_in_an_english_summer_is_today(String date, boolean recorded) {
        var atNight = new RecordShop(
                InMemoryProviderRegister.withTwoAreas(),
                shops,
                Clock.fixed(Instant.parse("2026-06-30T23:30:00Z"), ZoneOffset.UTC));

        var result = atNight.run(new Command(Callers.contractManager(), form("", date, section("access", "8", "10"))));

        assertThat(result instanceof Result.Recorded).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "access,0,10,",
        "access,10,10,",
        "access,11,10,score-above-maximum",
        "access,-1,10,malformed-score",
        "access,1.5,10,malformed-score",
        "access,1,0,malformed-score",
        "access,,10,missing",
        "parking,1,10,unknown-section",
    })
    void a_score_lies_between_nothing_and_its_maximum(String section, String score, String maxScore, String code) {
        var codes = codes(run(form("", "2026-10-20", section(section, score, maxScore))));

        assertThat(codes).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void at_least_one_section_is_scored_and_none_twice() {
        assertThat(codes(run(form("", "2026-10-20")))).containsExactly("missing");
        assertThat(codes(run(form("", "2026-10-20", section("access", "1", "2"), section("access", "1", "2")))))
                .containsExactly("duplicate-section");
    }

    @Test
    void an_empty_form_names_every_field_that_is_missing() {
        var result = run(new ShopForm(null, null, null, null, null, null, null, null, null));

        assertThat(((Result.Invalid) result).faults())
                .extracting(FieldError::field)
                .containsExactly("wave", "touchpoint", "channel", "scenario", "shopDate", "sections");
    }

    @Test
    void who_does_not_deliver_there_was_not_shopped_there() {
        assertThat(codes(run(form("99000102", "2026-10-20", section("access", "8", "10")))))
                .containsExactly("not-in-contract");
        assertThat(codes(run(form("", "2020-10-20", section("access", "8", "10")))))
                .containsExactly("not-in-contract");
    }

    private Result run(ShopForm form) {
        return recordShop.run(new Command(Callers.contractManager(), form));
    }

    private static List<String> codes(Result result) {
        return result instanceof Result.Invalid(var faults)
                ? faults.stream().map(FieldError::code).toList()
                : List.of();
    }

    private static SectionForm section(String section, String score, String maxScore) {
        return new SectionForm(section, score, maxScore);
    }

    private static ShopForm form(String subcontractor, String date, SectionForm... sections) {
        return new ShopForm(
                null, "2026-10", "201", subcontractor, "1", "returner", date, List.of(sections), "A comment");
    }

    private static ShopForm withId(ShopForm form) {
        return new ShopForm(
                ID,
                form.wave(),
                form.touchpoint(),
                form.subcontractorUkprn(),
                form.channel(),
                form.scenario(),
                form.shopDate(),
                form.sections(),
                form.comment());
    }
}
