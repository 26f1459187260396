package org.ncsoversight.evidence.items.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.HomeNotice.Notice;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.store.InMemoryDraftStore;
import org.ncsoversight.evidence.store.InMemoryFileScans;
import org.ncsoversight.evidence.store.NoHeldFiles;

class InfectedFilesNoticeTest {

    private final InMemoryFileScans scans = new InMemoryFileScans(ScanState.QUARANTINED);
    private final InMemoryDraftStore drafts = new InMemoryDraftStore();
    private final InfectedFilesNotice notice = new InfectedFilesNotice(scans, new NoHeldFiles(), drafts);

    @Test
    void an_infected_file_of_a_draft_is_told_to_its_own_organisation() {
        var lead = Callers.lead("99000001");
        var file = new EvidenceFile(UUID.randomUUID(), "a.txt", "text/plain", 5, "ab".repeat(32));
        var draft = Draft.start(
                new EvidenceId(UUID.randomUUID()),
                NORTHMOOR,
                Proposal.EMPTY.with(Field.TITLE, "Survey"),
                lead.person(),
                NOON);
        drafts.add(draft);
        drafts.save(draft.holding(List.of(file), lead.person(), NOON));
        assertThat(notice.notices(lead)).isEmpty();

        scans.keep(FileScan.first(file.id(), ScanState.QUARANTINED, NOON).infected("Eicar", NOON));

        assertThat(notice.notices(lead))
                .containsExactly(new Notice(
                        "A virus was found in a file of the draft “Survey”",
                        "/evidence/drafts/" + draft.id() + "/files",
                        null));
        assertThat(notice.notices(Callers.lead("99000002"))).isEmpty();
    }
}
