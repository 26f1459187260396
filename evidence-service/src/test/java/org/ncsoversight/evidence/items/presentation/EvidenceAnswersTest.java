package org.ncsoversight.evidence.items.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NOON;

import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.FileFacts;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.store.InMemoryFileScans;
import org.ncsoversight.evidence.store.NoHeldFiles;
import org.springframework.http.ResponseEntity;

class EvidenceAnswersTest {

    private final InMemoryFileScans scans = new InMemoryFileScans(ScanState.QUARANTINED);
    private final EvidenceAnswers answers = new EvidenceAnswers(new FileFacts(scans, new Words()), new NoHeldFiles());
    private final Evidence evidence = Samples.submitted().evidence();

    @Test
    void a_scan_changes_the_etag_although_the_version_stays() {
        var waiting = FileScan.first(evidence.files().getFirst().id(), ScanState.QUARANTINED, NOON);
        scans.keep(waiting);
        String before = etag();
        scans.keep(waiting.clean(NOON));
        String after = etag();

        assertThat(after).isNotEqualTo(before).isEqualTo(etag());
        assertThat(IfMatch.version(before)).isEqualTo(1);
        assertThat(IfMatch.version(after)).isEqualTo(1);
    }

    private String etag() {
        return answers.answer(ResponseEntity.ok(), evidence, Callers.lead("99000001"))
                .getHeaders()
                .getETag();
    }
}
