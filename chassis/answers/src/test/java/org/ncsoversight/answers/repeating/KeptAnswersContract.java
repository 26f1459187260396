package org.ncsoversight.answers.repeating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.answers.repeating.KeptAnswers.Answer;
import org.ncsoversight.answers.repeating.KeptAnswers.Claim;
import org.ncsoversight.answers.repeating.KeptAnswers.Holder;

/** What every store of answers must do. */
abstract class KeptAnswersContract {

    private static final Answer CREATED =
            new Answer("print", 201, Map.of("Location", "/there"), StandardCharsets.UTF_8.encode("made"));

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Instant tomorrow = now.plus(Duration.ofHours(24));

    abstract KeptAnswers answers();

    @Test
    void a_key_under_way_is_not_granted_again() {
        assertThat(claim(holder("k"), now)).isInstanceOf(Claim.Granted.class);
        assertThat(claim(holder("k"), now)).isEqualTo(new Claim.UnderWay());
        assertThat(claim(holder("other"), now)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void an_answer_is_given_again_until_it_is_forgotten() {
        var holder = holder("k");
        claim(holder, now);
        answers().keep(holder, CREATED, tomorrow);

        assertThat(claim(holder("k"), now.plus(Duration.ofHours(23))))
                .isInstanceOfSatisfying(Claim.Answered.class, earlier -> {
                    assertThat(earlier.answer().fingerprint()).isEqualTo("print");
                    assertThat(earlier.answer().status()).isEqualTo(201);
                    assertThat(earlier.answer().headers()).isEqualTo(CREATED.headers());
                    assertThat(earlier.answer().body()).isEqualTo(CREATED.body());
                });
        assertThat(claim(holder("k"), tomorrow.plusMillis(1))).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void who_does_not_renew_loses_the_key_and_keeps_nothing() {
        var crashed = holder("k");
        claim(crashed, now);
        var later = now.plus(Duration.ofMinutes(2));
        assertThat(claim(new Holder("k", UUID.randomUUID(), later.plusSeconds(60)), later))
                .isInstanceOf(Claim.Granted.class);

        answers().keep(crashed, CREATED, tomorrow);

        assertThat(claim(holder("k"), later)).isEqualTo(new Claim.UnderWay());
    }

    @Test
    void who_renews_keeps_the_key() {
        var slow = holder("k");
        claim(slow, now);
        answers().renew(List.of(new Holder("k", slow.holder(), now.plus(Duration.ofMinutes(5)))));

        assertThat(claim(holder("k"), now.plus(Duration.ofMinutes(2)))).isEqualTo(new Claim.UnderWay());
    }

    @Test
    void a_key_given_back_is_free() {
        var holder = holder("k");
        claim(holder, now);
        answers().release(holder);

        assertThat(claim(holder("k"), now)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void a_key_has_one_seed_for_its_24_hours_and_another_after_them() {
        var first = holder("k");
        UUID seed = seedOf(claim(first, now));
        answers().release(first);
        var second = holder("k");

        assertThat(seedOf(claim(second, now))).isEqualTo(seed);
        answers().release(second);
        assertThat(seedOf(claim(holder("k"), tomorrow.minusMillis(1)))).isEqualTo(seed);
        assertThat(seedOf(claim(holder("k"), tomorrow.plusMillis(1)))).isNotEqualTo(seed);
    }

    @Test
    void two_keys_have_two_seeds() {
        assertThat(seedOf(claim(holder("k"), now))).isNotEqualTo(seedOf(claim(holder("l"), now)));
    }

    private Claim claim(Holder holder, Instant at) {
        return answers().claim(holder, at, at.plus(Duration.ofHours(24)));
    }

    private static UUID seedOf(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return ((Claim.Granted) claim).seed();
    }

    private Holder holder(String key) {
        return new Holder(key, UUID.randomUUID(), now.plus(Duration.ofMinutes(1)));
    }
}
