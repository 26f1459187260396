package org.ncsoversight.evidence.items.intake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.ncsoversight.evidence.files.FileLimits;
import org.ncsoversight.evidence.files.FileRules;
import org.ncsoversight.evidence.files.KeepFiles;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.store.InMemoryDraftStore;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.store.InMemoryFileScans;
import org.ncsoversight.evidence.store.InMemoryFileStore;
import org.springframework.util.unit.DataSize;

/** The use case over stores in memory, on 23 November 2026, with limits small enough to reach. */
public final class Fixture {

    public static final SubmissionLimits LIMITS = new SubmissionLimits(20, 100, 60, 20, 5, 5, Duration.ofHours(1));

    public static final FileLimits FILE_LIMITS =
            new FileLimits(2, DataSize.ofBytes(1000), 30, Set.of("application/pdf", "text/plain", "text/csv"));

    public final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    public final InMemoryDraftStore drafts = new InMemoryDraftStore();
    public final InMemoryFileScans scans = new InMemoryFileScans(ScanState.UNSCANNED);
    public final InMemoryFileStore files = new InMemoryFileStore(scans);
    public final InMemoryStandard standard = new InMemoryStandard();
    public final Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    public final ReadSubmission reader =
            new ReadSubmission(new EditionInForce(standard, clock), LIMITS, new FileRules(FILE_LIMITS));
    public final FileRules rules = new FileRules(FILE_LIMITS);
    public final KeepFiles keepFiles = new KeepFiles(files, clock);

    public Fixture() {
        standard.keep(InMemoryStandard.EDITION);
    }

    public static ReceivedFile file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static ReceivedFile file(String name, byte[] bytes) {
        return new ReceivedFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** A valid submission to change one field of. */
    public static Typed valid() {
        return new Typed();
    }

    public static final class Typed {
        public String title = "Survey";
        public String statement = "What clients said";
        public String voice = "client";
        public List<String> criteria = List.of("4.3", "1.7");
        public String periodFrom = "2026-04-01";
        public String periodTo = "2026-09-30";
        public String reviewDate = "2027-09-30";
        public List<ReceivedFile> files = List.of();

        public String kind = "";
        public String link = "";
        public String document = "";
        public String classification = "";
        public String owner = "";
        public List<String> references = List.of();
        public List<String> threads = List.of();

        public Submission done() {
            return new Submission(
                    Proposal.EMPTY
                            .with(Field.TITLE, title)
                            .with(Field.STATEMENT, statement)
                            .with(Field.VOICE, voice)
                            .with(Field.KIND, kind)
                            .with(Field.CRITERIA, criteria)
                            .with(Field.REFERENCES, references)
                            .with(Field.PERIOD_FROM, periodFrom)
                            .with(Field.PERIOD_TO, periodTo)
                            .with(Field.REVIEW_DATE, reviewDate)
                            .with(Field.LINK, link)
                            .with(Field.DOCUMENT, document)
                            .with(Field.CLASSIFICATION, classification)
                            .with(Field.OWNER, owner)
                            .with(Field.THREADS, threads),
                    files);
        }
    }
}
