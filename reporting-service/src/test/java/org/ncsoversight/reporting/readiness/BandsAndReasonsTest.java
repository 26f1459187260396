package org.ncsoversight.reporting.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.reporting.readiness.Cases.EDITION;
import static org.ncsoversight.reporting.readiness.Cases.FAR;
import static org.ncsoversight.reporting.readiness.Cases.TODAY;
import static org.ncsoversight.reporting.readiness.Cases.accepted;
import static org.ncsoversight.reporting.readiness.Cases.evidence;
import static org.ncsoversight.reporting.readiness.Cases.item;
import static org.ncsoversight.reporting.readiness.Cases.judged;
import static org.ncsoversight.reporting.readiness.Cases.nothing;
import static org.ncsoversight.reporting.readiness.Cases.stock;
import static org.ncsoversight.reporting.readiness.Cases.tally;
import static org.ncsoversight.reporting.readiness.Cases.with;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.ncsoversight.reporting.readiness.ProviderFacts.Complaint;
import org.ncsoversight.reporting.readiness.ProviderFacts.Evidence;
import org.ncsoversight.reporting.readiness.ProviderFacts.NamedThread;
import org.ncsoversight.reporting.readiness.ProviderFacts.State;

class BandsAndReasonsTest {

    private static final Evidence CLIENT = accepted("4.3", Voice.CLIENT);
    private static final Evidence STAFF = accepted("4.3", Voice.STAFF);
    private static final ProviderFacts READY = evidence(CLIENT, STAFF);

    @Test
    void nothing_submitted_is_not_started() {
        assertThat(judged(nothing(), "4.3").band()).isEqualTo(Band.NOT_STARTED);
        assertThat(reasons(nothing()))
                .containsExactly(reason("nothing-submitted", "voices", List.of("staff", "client")));
    }

    @Test
    void every_voice_accepted_is_ready_without_reasons() {
        assertThat(judged(READY, "4.3").band()).isEqualTo(Band.READY);
        assertThat(reasons(READY)).isEmpty();
    }

    @Test
    void a_missing_voice_is_gathering() {
        var facts = evidence(CLIENT);

        assertThat(judged(facts, "4.3").band()).isEqualTo(Band.GATHERING);
        assertThat(reasons(facts)).containsExactly(reason("voice-missing", "voice", "staff"));
    }

    @Test
    void a_voice_not_asked_for_does_not_help() {
        var facts = evidence(CLIENT, accepted("4.3", Voice.PARTNER));

        assertThat(reasons(facts)).containsExactly(reason("voice-missing", "voice", "staff"));
    }

    @Test
    void spoken_for_but_not_yet_accepted_is_submitted() {
        var facts = evidence(CLIENT, item("4.3", Voice.STAFF, State.SUBMITTED, FAR, 2));

        assertThat(judged(facts, "4.3").band()).isEqualTo(Band.SUBMITTED);
        assertThat(reasons(facts)).containsExactly(reason("awaiting-review", "voice", "staff"));
    }

    @Test
    void another_item_awaiting_review_takes_nothing_from_an_accepted_one() {
        assertThat(reasons(with(READY, item("4.3", Voice.STAFF, State.SUBMITTED, FAR, 2))))
                .isEmpty();
    }

    @Test
    void a_returned_item_leaves_its_voice_unspoken() {
        var facts = evidence(CLIENT, item("4.3", Voice.STAFF, State.RETURNED, FAR, 2));

        assertThat(judged(facts, "4.3").band()).isEqualTo(Band.GATHERING);
        assertThat(reasons(facts)).containsExactly(reason("returned", "voice", "staff"));
    }

    @Test
    void a_withdrawn_item_and_one_of_another_edition_do_not_exist() {
        var other = new Evidence("x", "seven", Set.of("4.3"), Voice.STAFF, State.ACCEPTED, FAR, Map.of("4.3", 2));
        var facts = evidence(item("4.3", Voice.CLIENT, State.WITHDRAWN, FAR, 2), other);

        assertThat(judged(facts, "4.3").band()).isEqualTo(Band.NOT_STARTED);
    }

    @Test
    void evidence_counts_on_its_review_date_and_has_lapsed_the_day_after() {
        var facts = evidence(CLIENT, item("4.3", Voice.STAFF, State.ACCEPTED, TODAY, 2));

        assertThat(judged(facts, "4.3", TODAY).band()).isEqualTo(Band.AT_RISK);
        assertThat(judged(facts, "4.3", TODAY.plusDays(1)).band()).isEqualTo(Band.GATHERING);
        assertThat(tuples(judged(facts, "4.3", TODAY.plusDays(1))))
                .containsExactly(reason("lapsed", "voice", "staff", "date", "2026-11-23"));
    }

    @Test
    void evidence_expired_by_its_date_has_lapsed_and_expired_by_a_rule_it_does_not_exist() {
        var byDate = evidence(CLIENT, item("4.3", Voice.STAFF, State.EXPIRED, TODAY.minusDays(1), 2));
        var byRule = evidence(CLIENT, item("4.3", Voice.STAFF, State.EXPIRED, FAR, 2));

        assertThat(reasons(byDate)).containsExactly(reason("lapsed", "voice", "staff", "date", "2026-11-22"));
        assertThat(reasons(byRule)).containsExactly(reason("voice-missing", "voice", "staff"));
    }

    @Test
    void evidence_is_pointed_out_60_days_before_it_lapses_and_not_61() {
        LocalDate in60 = TODAY.plusDays(60);

        assertThat(reasons(evidence(CLIENT, item("4.3", Voice.STAFF, State.ACCEPTED, in60, 2))))
                .containsExactly(reason("lapses-soon", "voice", "staff", "date", in60.toString()));
        assertThat(reasons(evidence(CLIENT, item("4.3", Voice.STAFF, State.ACCEPTED, in60.plusDays(1), 2))))
                .isEmpty();
    }

    @Test
    void how_near_is_near_is_for_the_edition_to_say() {
        LocalDate in60 = TODAY.plusDays(60);
        var facts = evidence(CLIENT, item("4.3", Voice.STAFF, State.ACCEPTED, in60, 2));
        var patient = new Edition(EDITION.code(), 2, EDITION.criteria(), EDITION.measures(), 59);

        assertThat(Readiness.of(facts, patient, TODAY).criteria().getFirst().reasons())
                .isEmpty();
        assertThat(Readiness.of(facts, EDITION, TODAY).criteria().getFirst().reasons())
                .hasSize(1);
    }

    @Test
    void a_longer_lasting_item_in_the_same_voice_removes_the_warning() {
        assertThat(reasons(with(READY, item("4.3", Voice.STAFF, State.ACCEPTED, TODAY.plusDays(3), 2))))
                .isEmpty();
    }

    @Test
    void evidence_for_an_older_wording_is_at_risk() {
        var facts = evidence(CLIENT, item("4.3", Voice.STAFF, State.ACCEPTED, FAR, 1));

        assertThat(judged(facts, "4.3").band()).isEqualTo(Band.AT_RISK);
        assertThat(reasons(facts)).containsExactly(reason("text-changed", "voice", "staff", "from", 1, "to", 2));
    }

    @Test
    void a_measure_counts_against_when_its_whole_interval_is_beyond_the_limit() {
        // 50 of 80: 0.516 to 0.723, below 0.85. 26 of 35: 0.579 to 0.858, which reaches it.
        assertThat(judged(with(READY, tally("satisfaction", month(0), 50, 80)), "4.3")
                        .band())
                .isEqualTo(Band.AT_RISK);
        assertThat(judged(with(READY, tally("satisfaction", month(0), 26, 35)), "4.3")
                        .band())
                .isEqualTo(Band.READY);
    }

    @Test
    void a_measure_tells_its_share_limit_base_and_interval() {
        var facts = with(READY, tally("satisfaction", month(0), 50, 80));

        var told = judged(facts, "4.3").reasons().getFirst().facts();

        assertThat(told.toString())
                .isEqualTo("{measure=satisfaction, share=0.6250, limit=0.85, base=80, "
                        + "interval={lower=0.5155, upper=0.7231}}");
    }

    @Test
    void below_the_minimum_base_nothing_is_concluded() {
        assertThat(judged(with(READY, tally("satisfaction", month(0), 0, 29)), "4.3")
                        .band())
                .isEqualTo(Band.READY);
        assertThat(judged(with(READY, tally("satisfaction", month(0), 0, 30)), "4.3")
                        .band())
                .isEqualTo(Band.AT_RISK);
    }

    @Test
    void twelve_complete_months_and_the_current_one_count() {
        assertThat(judged(with(READY, tally("satisfaction", month(-12), 0, 30)), "4.3")
                        .band())
                .isEqualTo(Band.AT_RISK);
        assertThat(judged(with(READY, tally("satisfaction", month(-13), 0, 30)), "4.3")
                        .band())
                .isEqualTo(Band.READY);
        assertThat(judged(with(READY, tally("satisfaction", month(1), 0, 30)), "4.3")
                        .band())
                .isEqualTo(Band.READY);
    }

    @Test
    void a_measure_that_should_be_low_counts_when_it_is_high() {
        var covered = evidence(accepted("1.5", Voice.MANAGER));

        assertThat(judged(with(covered, tally("waiting", month(0), 30, 60)), "1.5")
                        .band())
                .isEqualTo(Band.AT_RISK);
        assertThat(judged(with(covered, tally("waiting", month(0), 0, 60)), "1.5")
                        .band())
                .isEqualTo(Band.READY);
    }

    @Test
    void a_complaint_counts_the_day_after_it_was_due() {
        var dueToday = with(READY, new Complaint("c1", "4.3", TODAY, false));

        assertThat(judged(dueToday, "4.3", TODAY).band()).isEqualTo(Band.READY);
        assertThat(tuples(judged(dueToday, "4.3", TODAY.plusDays(1))))
                .containsExactly(reason("complaint-overdue", "complaint", "c1", "due", "2026-11-23"));
        assertThat(reasons(with(READY, new Complaint("c2", "4.3", TODAY.minusDays(9), true))))
                .isEmpty();
    }

    @Test
    void a_thread_is_broken_where_no_accepted_item_hangs_on_it() {
        var thread = new NamedThread("aim", "four", Set.of("1.5", "4.3"), Set.of(CLIENT.id()));

        assertThat(reasons(with(READY, thread)))
                .containsExactly(reason("thread-broken", "thread", "aim", "criterion", "1.5"));
    }

    @Test
    void a_whole_thread_is_no_reason() {
        var manager = accepted("1.5", Voice.MANAGER);
        var thread = new NamedThread("aim", "four", Set.of("1.5", "4.3"), Set.of(CLIENT.id(), manager.id()));

        assertThat(reasons(with(with(READY, manager), thread))).isEmpty();
    }

    @Test
    void a_thread_of_another_edition_is_no_reason() {
        assertThat(reasons(with(READY, new NamedThread("aim", "seven", Set.of("1.5", "4.3"), Set.of()))))
                .isEmpty();
    }

    @Test
    void a_stock_counts_as_it_stands_from_the_minimum_base_on() {
        // 9 of 10 is the limit of 0.9, which is met.
        assertThat(judged(with(READY, stock("inducted", 9, 10)), "4.3").band()).isEqualTo(Band.READY);
        assertThat(judged(with(READY, stock("inducted", 8, 10)), "4.3").band()).isEqualTo(Band.AT_RISK);
        assertThat(judged(with(READY, stock("inducted", 0, 1)), "4.3").band()).isEqualTo(Band.READY);
        assertThat(judged(with(READY, stock("inducted", 0, 2)), "4.3").band()).isEqualTo(Band.AT_RISK);
        assertThat(judged(with(READY, stock("inducted", 0, 0)), "4.3").band()).isEqualTo(Band.READY);
    }

    @Test
    void a_stock_stands_however_long_ago_it_last_changed_and_says_since_when() {
        var facts = with(READY, stock("inducted", 1, 2));

        assertThat(judged(facts, "4.3", TODAY.plusMonths(20)).reasons().stream()
                        .filter(reason -> reason.code() == ReasonCode.MEASURE_BEYOND_LIMIT)
                        .findFirst()
                        .orElseThrow()
                        .facts()
                        .toString())
                .isEqualTo("{measure=inducted, share=0.5000, limit=0.9, base=2, "
                        + "interval={lower=0.5000, upper=0.5000}, register=advisers, asOf=2026-11-20}");
    }

    private static YearMonth month(int later) {
        return YearMonth.from(TODAY).plusMonths(later);
    }

    private static List<Tuple> reasons(ProviderFacts facts) {
        return tuples(judged(facts, "4.3"));
    }

    private static List<Tuple> tuples(Readiness.Criterion criterion) {
        return criterion.reasons().stream()
                .map(reason -> Tuple.tuple(reason.code().word(), reason.facts()))
                .toList();
    }

    private static Tuple reason(String code, Object... facts) {
        return facts.length == 2
                ? Tuple.tuple(code, Map.of(facts[0], facts[1]))
                : facts.length == 4
                        ? Tuple.tuple(code, Map.of(facts[0], facts[1], facts[2], facts[3]))
                        : Tuple.tuple(code, Map.of(facts[0], facts[1], facts[2], facts[3], facts[4], facts[5]));
    }
}
