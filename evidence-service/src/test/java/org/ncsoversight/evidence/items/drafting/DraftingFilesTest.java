package org.ncsoversight.evidence.items.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.intake.Fixture;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;

class DraftingFilesTest {

    private final Fixture fixture = new Fixture();
    private final Caller lead = Callers.lead("99000001");
    private final DraftFiles draftFiles = new DraftFiles(
            fixture.drafts, fixture.files, fixture.rules, fixture.keepFiles, Fixture.FILE_LIMITS, fixture.clock);
    private final EvidenceId id = new EvidenceId(UUID.randomUUID());

    @Test
    void a_file_taken_away_keeps_its_bytes_until_the_recovery_pass_has_looked_again() throws IOException {
        var file = added().getFirst();

        draftFiles.remove(id, file.id(), lead);

        assertThat(fixture.drafts.find(id, lead.own()).orElseThrow().files()).hasSize(1);
        assertThat(fixture.files.count()).isEqualTo(2);
        assertThat(left()).containsExactly(List.of(file.id()));
    }

    @Test
    void each_file_of_a_discarded_draft_is_looked_at_by_itself() throws IOException {
        var files = added();

        assertThat(draftFiles.discard(id, 2, lead)).isTrue();

        assertThat(fixture.files.count()).isEqualTo(2);
        assertThat(left())
                .containsExactlyInAnyOrder(
                        List.of(files.getFirst().id()), List.of(files.getLast().id()));
    }

    @Test
    void files_of_a_draft_that_was_saved_meanwhile_stay() throws IOException {
        added();

        assertThat(draftFiles.discard(id, 1, lead)).isFalse();

        assertThat(left()).isEmpty();
    }

    private List<EvidenceFile> added() throws IOException {
        fixture.drafts.add(Draft.start(id, Samples.NORTHMOOR, Proposal.EMPTY, lead.person(), fixture.clock.instant()));
        draftFiles.add(id, List.of(Fixture.file("a.txt", "a"), Fixture.file("b.txt", "b")), lead);
        return fixture.drafts.find(id, lead.own()).orElseThrow().files();
    }

    private List<List<UUID>> left() {
        return fixture.files.unfinishedSince(fixture.clock.instant().plusSeconds(1)).stream()
                .map(upload -> upload.files())
                .toList();
    }
}
