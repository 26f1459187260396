package org.ncsoversight.reporting.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.reporting.readiness.Cases.EDITION;
import static org.ncsoversight.reporting.readiness.Cases.FAR;
import static org.ncsoversight.reporting.readiness.Cases.TODAY;
import static org.ncsoversight.reporting.readiness.Cases.item;
import static org.ncsoversight.reporting.readiness.Cases.judged;
import static org.ncsoversight.reporting.readiness.Cases.stock;
import static org.ncsoversight.reporting.readiness.Cases.tally;
import static org.ncsoversight.reporting.readiness.Cases.with;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.reporting.readiness.ProviderFacts.Complaint;
import org.ncsoversight.reporting.readiness.ProviderFacts.Evidence;
import org.ncsoversight.reporting.readiness.ProviderFacts.NamedThread;
import org.ncsoversight.reporting.readiness.ProviderFacts.State;

/** Laws that hold for any facts, tried on many made up from seeds. */
class RemovingAReasonTest {

    private static final String CRITERION = "4.3";

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void removing_a_reasons_fact_removes_that_reason_alone_and_moves_the_band_as_it_says(int seed) {
        ProviderFacts facts = randomFacts(new Random(seed));
        Readiness.Criterion before = judged(facts, CRITERION);

        for (Reason reason : before.reasons()) {
            Readiness.Criterion after = judged(without(reason, facts), CRITERION);

            List<Reason> expected = new ArrayList<>(before.reasons());
            expected.remove(reason);
            expected.addAll(whatFollows(reason));
            assertThat(after.reasons()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(after.band()).isEqualTo(worstOf(expected));
            assertThat(after.band()).isGreaterThanOrEqualTo(before.band());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ready_means_no_reasons_and_no_reasons_means_ready(int seed) {
        Readiness readiness = Readiness.of(randomFacts(new Random(seed)), EDITION, TODAY);

        assertThat(readiness.criteria())
                .allSatisfy(criterion -> assertThat(criterion.band() == Band.READY)
                        .isEqualTo(criterion.reasons().isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_in_which_facts_were_told_does_not_show(int seed) {
        ProviderFacts facts = randomFacts(new Random(seed));
        ProviderFacts shuffled = new ProviderFacts(
                shuffled(facts.evidence(), seed),
                shuffled(facts.tallies(), seed),
                shuffled(facts.stocks(), seed),
                shuffled(facts.complaints(), seed),
                shuffled(facts.threads(), seed));

        assertThat(Readiness.of(shuffled, EDITION, TODAY)).isEqualTo(Readiness.of(facts, EDITION, TODAY));
    }

    private static ProviderFacts without(Reason reason, ProviderFacts facts) {
        return switch (reason.code()) {
            case NOTHING_SUBMITTED -> submitted(submitted(facts, Voice.STAFF), Voice.CLIENT);
            case VOICE_MISSING, RETURNED, LAPSED -> submitted(facts, voiceOf(reason));
            case AWAITING_REVIEW -> with(facts, item(CRITERION, voiceOf(reason), State.ACCEPTED, FAR, 2));
            // Renewed, under the wording it was accepted under.
            case LAPSES_SOON -> {
                int textVersion = coverOf(reason, facts).textVersions().get(CRITERION);
                yield with(facts, item(CRITERION, voiceOf(reason), State.ACCEPTED, FAR, textVersion));
            }
            // Accepted under today's wording, and lasting as long as what it replaces.
            case TEXT_CHANGED ->
                with(
                        facts,
                        item(
                                CRITERION,
                                voiceOf(reason),
                                State.ACCEPTED,
                                coverOf(reason, facts).reviewDate(),
                                2));
            case MEASURE_BEYOND_LIMIT ->
                new ProviderFacts(
                        facts.evidence(),
                        facts.tallies().stream()
                                .filter(tally ->
                                        !tally.measure().equals(reason.facts().get("measure")))
                                .toList(),
                        facts.stocks().stream()
                                .filter(stock ->
                                        !stock.measure().equals(reason.facts().get("measure")))
                                .toList(),
                        facts.complaints(),
                        facts.threads());
            case COMPLAINT_OVERDUE ->
                new ProviderFacts(
                        facts.evidence(),
                        facts.tallies(),
                        facts.stocks(),
                        facts.complaints().stream()
                                .filter(complaint ->
                                        !complaint.id().equals(reason.facts().get("complaint")))
                                .toList(),
                        facts.threads());
            case THREAD_BROKEN -> hung(reason, facts);
        };
    }

    /** What was missing is now waiting for its reviewer; nothing else follows from an action. */
    private static List<Reason> whatFollows(Reason reason) {
        return switch (reason.code()) {
            case NOTHING_SUBMITTED -> List.of(awaiting(Voice.STAFF), awaiting(Voice.CLIENT));
            case VOICE_MISSING, RETURNED, LAPSED -> List.of(awaiting(voiceOf(reason)));
            default -> List.of();
        };
    }

    private static Reason awaiting(Voice voice) {
        return Reason.ofVoice(ReasonCode.AWAITING_REVIEW, voice);
    }

    private static ProviderFacts submitted(ProviderFacts facts, Voice voice) {
        return with(facts, item(CRITERION, voice, State.SUBMITTED, FAR, 2));
    }

    /** Hangs an accepted item on the broken link, in a voice nobody asks for so that it touches nothing else. */
    private static ProviderFacts hung(Reason reason, ProviderFacts facts) {
        String link = (String) reason.facts().get("criterion");
        Evidence item = item(link, Voice.PARTNER, State.ACCEPTED, FAR, 2);
        List<NamedThread> threads = facts.threads().stream()
                .map(thread -> thread.id().equals(reason.facts().get("thread"))
                        ? new NamedThread(
                                thread.id(), thread.edition(), thread.criteria(), plus(thread.evidence(), item.id()))
                        : thread)
                .toList();
        return with(
                new ProviderFacts(facts.evidence(), facts.tallies(), facts.stocks(), facts.complaints(), threads),
                item);
    }

    private static Evidence coverOf(Reason reason, ProviderFacts facts) {
        return facts.evidence().stream()
                .filter(item ->
                        item.edition().equals(EDITION.code()) && item.criteria().contains(CRITERION))
                .filter(item -> item.voice() == voiceOf(reason) && item.acceptedAndCurrentAt(TODAY))
                .max(Comparator.<Evidence>comparingInt(
                                item -> item.textVersions().get(CRITERION))
                        .thenComparing(Evidence::reviewDate))
                .orElseThrow();
    }

    private static Voice voiceOf(Reason reason) {
        return Voice.of((String) reason.facts().get("voice"));
    }

    private static Band worstOf(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code().holdsAt())
                .min(Comparator.naturalOrder())
                .orElse(Band.READY);
    }

    private static Set<String> plus(Set<String> set, String more) {
        Set<String> larger = new HashSet<>(set);
        larger.add(more);
        return larger;
    }

    private static <T> List<T> shuffled(List<T> list, int seed) {
        List<T> other = new ArrayList<>(list);
        Collections.shuffle(other, new Random(seed));
        return other;
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static ProviderFacts randomFacts(Random random) {
        ProviderFacts facts = Cases.nothing();
        for (int i = random.nextInt(7); i > 0; i--) {
            facts = with(
                    facts,
                    item(
                            random.nextInt(5) == 0 ? "1.5" : CRITERION,
                            oneOf(random, List.of(Voice.STAFF, Voice.CLIENT, Voice.PARTNER)),
                            oneOf(random, List.of(State.values())),
                            TODAY.plusDays(random.nextInt(200) - 60),
                            1 + random.nextInt(2)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            long base = random.nextInt(60);
            YearMonth month = YearMonth.from(TODAY).minusMonths(random.nextInt(16));
            facts = with(facts, tally("satisfaction", month, (long) (base * random.nextDouble()), base));
        }
        if (random.nextBoolean()) {
            long all = random.nextInt(12);
            facts = with(facts, stock("inducted", all == 0 ? 0 : random.nextLong(all + 1), all));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            facts = with(
                    facts,
                    new Complaint("c" + i, CRITERION, TODAY.plusDays(random.nextInt(20) - 10), random.nextBoolean()));
        }
        // Not before anything is submitted: hanging the first item would remove two reasons at once.
        if (judged(facts, CRITERION).band() != Band.NOT_STARTED && random.nextInt(3) == 0) {
            List<String> ids = facts.evidence().stream().map(Evidence::id).toList();
            facts = with(facts, new NamedThread("aim", EDITION.code(), Set.of("1.5", CRITERION), Set.copyOf(ids)));
        }
        return facts;
    }
}
