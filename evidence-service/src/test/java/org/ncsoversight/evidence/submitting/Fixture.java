package org.ncsoversight.evidence.submitting;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.store.InMemoryFileStore;
import org.springframework.util.unit.DataSize;

/** The use case over stores in memory, on 23 November 2026, with limits small enough to reach. */
final class Fixture {

    static final SubmissionLimits LIMITS = new SubmissionLimits(
            20,
            100,
            2,
            DataSize.ofBytes(1000),
            30,
            Set.of("application/pdf", "text/plain", "text/csv"),
            5,
            5,
            Duration.ofHours(1));

    final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    final InMemoryFileStore files = new InMemoryFileStore();
    final InMemoryStandard standard = new InMemoryStandard();
    final Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    final ReadSubmission reader =
            new ReadSubmission(new EditionInForce(standard, clock), LIMITS, new FileRules(LIMITS));
    final SubmitEvidence submitEvidence = new SubmitEvidence(store, files, reader, clock);

    Fixture() {
        standard.keep(InMemoryStandard.EDITION);
    }

    static ReceivedFile file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static ReceivedFile file(String name, byte[] bytes) {
        return new ReceivedFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** A valid submission to change one field of. */
    static Typed valid() {
        return new Typed();
    }

    static final class Typed {
        String title = "Survey";
        String statement = "What clients said";
        String voice = "client";
        List<String> criteria = List.of("4.3", "1.7");
        String periodFrom = "2026-04-01";
        String periodTo = "2026-09-30";
        String reviewDate = "2027-09-30";
        List<ReceivedFile> files = List.of();

        Submission done() {
            return new Submission(title, statement, voice, criteria, periodFrom, periodTo, reviewDate, files);
        }
    }
}
