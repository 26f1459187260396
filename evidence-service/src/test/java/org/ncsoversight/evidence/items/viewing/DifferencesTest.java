package org.ncsoversight.evidence.items.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Revision;
import org.ncsoversight.evidence.model.Samples;

class DifferencesTest {

    private static final Content BEFORE = Samples.content("4.3");

    @Test
    void a_changed_word_is_shown_in_its_sentence() {
        var differences = Differences.between(revision(1, BEFORE), revision(2, saying("What most clients said")));

        assertThat(differences.changes()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo(Field.STATEMENT);
            assertThat(change.pieces())
                    .extracting(Differences.Piece::text, Differences.Piece::removed, Differences.Piece::added)
                    .containsExactly(
                            tuple("What ", false, false),
                            tuple("most ", false, true),
                            tuple("clients said", false, false));
        });
    }

    @Test
    void the_same_again_differs_in_nothing_even_when_a_file_was_sent_anew() {
        assertThat(Differences.between(revision(1, BEFORE, file("a.pdf")), revision(2, BEFORE, file("a.pdf")))
                        .none())
                .isTrue();
    }

    @Test
    void files_that_came_and_went_are_named() {
        var differences = Differences.between(revision(1, BEFORE, file("a.pdf")), revision(2, BEFORE, file("b.pdf")));

        assertThat(differences.filesAdded()).extracting(EvidenceFile::name).containsExactly("b.pdf");
        assertThat(differences.filesRemoved()).extracting(EvidenceFile::name).containsExactly("a.pdf");
        assertThat(differences.none()).isFalse();
    }

    private static Revision revision(int number, Content content, EvidenceFile... files) {
        return Revision.of(number, content, List.of(files), NOON, LEAD);
    }

    private static EvidenceFile file(String name) {
        return new EvidenceFile(UUID.randomUUID(), name, "application/pdf", 3, "ab".repeat(32));
    }

    private static Content saying(String statement) {
        return new Content(
                BEFORE.edition(),
                BEFORE.criteria(),
                BEFORE.title(),
                statement,
                BEFORE.voice(),
                BEFORE.period(),
                BEFORE.reviewDate());
    }
}
