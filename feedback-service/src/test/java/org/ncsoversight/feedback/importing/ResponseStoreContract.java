package org.ncsoversight.feedback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.feedback.importing.Samples.NOW;
import static org.ncsoversight.feedback.importing.Samples.response;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.importing.ResponseStore.Stored;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.Response;

/** What every response store must do. */
public abstract class ResponseStoreContract {

    private ResponseStore store;

    protected abstract ResponseStore store();

    @BeforeEach
    void start() {
        store = store();
    }

    @Test
    void a_response_comes_back_as_it_was_written() {
        var response = response("1", "99000001", "5");

        assertThat(write(1, response)).isTrue();

        assertThat(store.find(
                        List.of(response.id(), response("2", "99000001", "5").id())))
                .containsOnlyKeys(response.id())
                .containsValue(new Stored(response, 1, 1));
    }

    @Test
    void the_next_version_replaces_the_one_before() {
        var second = response("1", "99000001", "2").withVersion(2);
        write(1, response("1", "99000001", "5"));

        assertThat(write(2, second)).isTrue();

        assertThat(store.find(List.of(second.id()))).containsValue(new Stored(second, 2, 2));
    }

    @Test
    void a_version_that_is_there_already_is_left_alone_while_the_others_are_written() {
        var first = response("1", "99000001", "5");
        var other = response("2", "99000001", "4");
        write(1, first);

        assertThat(write(2, response("1", "99000001", "1"), other)).isFalse();

        assertThat(store.find(List.of(first.id(), other.id())))
                .containsEntry(first.id(), new Stored(first, 1, 1))
                .containsEntry(other.id(), new Stored(other, 2, 2));
    }

    @Test
    void a_version_that_skips_one_is_not_written() {
        var first = response("1", "99000001", "5");
        write(1, first);

        assertThat(write(2, response("1", "99000001", "1").withVersion(3))).isFalse();

        assertThat(store.find(List.of(first.id()))).containsValue(new Stored(first, 1, 1));
    }

    @Test
    void what_a_later_import_confirmed_an_earlier_one_does_not_change() {
        var first = response("1", "99000001", "5");
        write(1, first);

        assertThat(store.confirm(List.of(first), 3)).isTrue();
        assertThat(store.confirm(List.of(first), 2)).isTrue();

        assertThat(store.find(List.of(first.id()))).containsValue(new Stored(first, 1, 3));
        assertThat(write(2, response("1", "99000001", "1").withVersion(2))).isFalse();
        assertThat(write(4, response("1", "99000001", "1").withVersion(2))).isTrue();
        assertThat(store.confirm(List.of(first), 5)).isFalse();
    }

    private boolean write(long order, Response... responses) {
        return store.write(
                List.of(responses).stream()
                        .map(response -> new ResponseRecorded(UUID.randomUUID(), NOW, response))
                        .toList(),
                order);
    }
}
