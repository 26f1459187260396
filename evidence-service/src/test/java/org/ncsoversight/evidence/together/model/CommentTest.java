package org.ncsoversight.evidence.together.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

class CommentTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ProviderId PROVIDER = new ProviderId("99000001");
    private static final Person ANNA = new Person("anna-id", "anna", PROVIDER);
    private static final Person ASSESSOR = new Person("assessor-id", "assessor", null);

    @Test
    void names_after_an_at_sign_are_called_and_addresses_are_not() {
        assertThat(saying("@ben and (@zoë.o-neil), see ben@example.org; thanks @assessor.")
                        .mentions())
                .containsExactly("assessor", "ben", "zoë.o-neil");
        assertThat(saying("@ nobody, @@twice").mentions()).isEmpty();
        assertThat(saying("@Ben and @Zoë.O-Neil+ncs@example.org.").mentions())
                .containsExactly("ben", "zoë.o-neil+ncs@example.org");
    }

    @Test
    void its_writer_may_put_it_better_for_fifteen_minutes_and_the_earlier_wording_stays() {
        var comment = saying("Frist");

        assertThat(comment.mayBeEditedBy(ANNA, NOON.plusSeconds(900))).isTrue();
        assertThat(comment.mayBeEditedBy(ANNA, NOON.plusSeconds(900).plusMillis(1)))
                .isFalse();
        assertThat(comment.mayBeEditedBy(ASSESSOR, NOON)).isFalse();

        var better = comment.reworded("First @ben", NOON.plusSeconds(5));
        assertThat(better.text()).isEqualTo("First @ben");
        assertThat(better.mentions()).containsExactly("ben");
        assertThat(better.version()).isEqualTo(2);
        assertThat(better.wordings()).extracting(Comment.Wording::text).containsExactly("Frist", "First @ben");
        assertThat(better.listKey()).isEqualTo(comment.listKey());
    }

    @Test
    void only_the_providers_own_people_talk_among_themselves() {
        assertThatThrownBy(() -> new Comment(
                        UUID.randomUUID(),
                        1,
                        new EvidenceId(UUID.randomUUID()),
                        PROVIDER,
                        true,
                        ASSESSOR,
                        List.of(new Comment.Wording("psst", NOON)),
                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Comment saying(String text) {
        return new Comment(
                UUID.randomUUID(),
                1,
                new EvidenceId(UUID.randomUUID()),
                PROVIDER,
                false,
                ANNA,
                List.of(new Comment.Wording(text, NOON)),
                null);
    }
}
