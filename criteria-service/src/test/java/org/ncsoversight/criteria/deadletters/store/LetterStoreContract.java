package org.ncsoversight.criteria.deadletters.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.criteria.store.Letters.KIND;
import static org.ncsoversight.criteria.store.Letters.START;
import static org.ncsoversight.criteria.store.Letters.letter;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.LetterGroup;
import org.ncsoversight.criteria.deadletters.store.LetterStore.Query;
import org.ncsoversight.criteria.store.Letters;

/** What every store of dead letters must do. */
public abstract class LetterStoreContract {

    private static final Instant LATER = START.plusSeconds(1_000);
    private static final Letter.Step REPLAYED = new Letter.Step(Letter.State.REPLAYED, "admin", LATER, "");
    private static final Letter.Step ASIDE = new Letter.Step(Letter.State.SET_ASIDE, "admin", LATER, "Of no use");

    protected abstract LetterStore store();

    @Test
    void a_letter_is_kept_once_with_its_record() {
        assertThat(store().keep(letter(1), Letters.original())).isTrue();
        assertThat(store().keep(letter(1), Letters.original())).isFalse();

        assertThat(store().find(letter(1).id())).contains(letter(1));
        var original = store().original(letter(1).id()).orElseThrow();
        assertThat(original.key().orElseThrow().content()).isEqualTo("99000001".getBytes(UTF_8));
        assertThat(original.value().orElseThrow().content()).isEqualTo("{}".getBytes(UTF_8));
        assertThat(original.headers()).singleElement().satisfies(header -> {
            assertThat(header.name()).isEqualTo("ce_type");
            assertThat(header.value().content()).isEqualTo("some.type.v1".getBytes(UTF_8));
        });
        assertThat(store().find("nothing")).isEmpty();
        assertThat(store().original("nothing")).isEmpty();
    }

    @Test
    void letters_are_counted_by_service_topic_and_reason_from_the_first_to_the_last() {
        keep(3, 1, 2);
        store().keep(letter(new Letter.Kind("feedback", KIND.topic(), KIND.reason()), 1, true), Letters.original());
        store().change(letter(1), letter(1).after(REPLAYED));
        store().change(letter(2), letter(2).after(ASIDE));

        assertThat(store().groups()).hasSize(2);
        LetterGroup group = group();
        assertThat(group.kind()).isEqualTo(KIND);
        assertThat(group.counts()).isEqualTo(new LetterGroup.Counts(1, 1, 1, 0));
        assertThat(group.first()).isEqualTo(START.plusSeconds(1));
        assertThat(group.last()).isEqualTo(START.plusSeconds(3));
        assertThat(store().group("nothing")).isEmpty();
    }

    @Test
    void only_the_version_before_is_replaced() {
        keep(1);
        Letter replayed = letter(1).after(REPLAYED);

        assertThat(store().change(letter(1), replayed)).isTrue();
        assertThat(store().change(letter(1), letter(1).after(ASIDE))).isFalse();

        Letter failedAgain = replayed.failedAgainAs("other");
        assertThat(store().change(replayed, failedAgain)).isTrue();
        assertThat(store().find(letter(1).id())).contains(failedAgain);
    }

    @Test
    void lists_are_newest_first_and_go_on_after_a_page() {
        keep(1, 2, 3, 4);
        store().change(letter(3), letter(3).after(ASIDE));
        var open = new Query(Optional.of(KIND.group()), Optional.of(Letter.State.OPEN), Optional.empty());

        assertThat(store().list(open, 2)).containsExactly(letter(4), letter(2));
        assertThat(store().list(
                                new Query(
                                        open.group(),
                                        open.state(),
                                        Optional.of(letter(2).sortKey())),
                                2))
                .containsExactly(letter(1));
        assertThat(store().list(new Query(Optional.empty(), Optional.empty(), Optional.empty()), 10))
                .hasSize(4);
        assertThat(store().list(new Query(Optional.of("other"), Optional.empty(), Optional.empty()), 10))
                .isEmpty();
    }

    @Test
    void what_was_open_at_a_moment_is_found_oldest_first() {
        keep(1, 2, 3, 4);
        store().change(letter(2), letter(2).after(REPLAYED));

        assertThat(store().open(KIND.group(), "", START.plusSeconds(3), 10)).containsExactly(letter(1), letter(3));
        assertThat(store().open(KIND.group(), letter(1).sortKey(), START.plusSeconds(3), 10))
                .containsExactly(letter(3));
        assertThat(store().open(KIND.group(), "", START.plusSeconds(3), 1)).containsExactly(letter(1));
    }

    @Test
    void one_piece_of_work_is_done_on_a_group_at_a_time() {
        keep(1);
        var work = LetterGroup.Work.of("one", ASIDE);

        assertThat(store().begin("nothing", work)).isFalse();
        assertThat(store().begin(KIND.group(), work)).isTrue();
        assertThat(store().begin(KIND.group(), LetterGroup.Work.of("two", REPLAYED)))
                .isFalse();
        var further = work.past(letter(1).sortKey(), true).past("z", false);
        store().advance(KIND.group(), further);
        assertThat(group().work()).contains(further);

        store().advance(KIND.group(), further.ended(LATER));
        assertThat(store().begin(KIND.group(), LetterGroup.Work.of("two", REPLAYED)))
                .isTrue();
        store().advance(KIND.group(), further);
        assertThat(group().work().orElseThrow().request()).isEqualTo("two");
    }

    @Test
    void what_was_closed_long_ago_goes_and_so_do_the_oldest_when_there_are_too_many() {
        keep(1, 2, 3, 4, 5);
        store().change(letter(1), letter(1).after(ASIDE));

        store().tidy(LATER, 3);
        assertThat(store().find(letter(1).id())).isPresent();
        assertThat(store().find(letter(2).id())).isEmpty();
        assertThat(group().counts()).isEqualTo(new LetterGroup.Counts(3, 0, 1, 1));

        store().tidy(LATER.plusMillis(1), 3);
        assertThat(store().find(letter(1).id())).isEmpty();
        assertThat(group().counts()).isEqualTo(new LetterGroup.Counts(3, 0, 0, 1));
    }

    private LetterGroup group() {
        return store().group(KIND.group()).orElseThrow();
    }

    private void keep(int... offsets) {
        for (int offset : offsets) {
            store().keep(letter(offset), Letters.original());
        }
    }
}
