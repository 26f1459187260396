package org.ncsoversight.evidence.items.presentation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.FileFacts;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.HeldFiles;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a piece of evidence and what is to be said about its files. */
@Component
public class EvidenceAnswers {

    /** The evidence, the state of each file's virus scan, and where its provider holds the same files too. */
    public record Answer(@JsonUnwrapped EvidenceBody item, List<Scan> fileScans, List<SameFile> identicalFiles) {}

    /** State is quarantined, clean, infected or unscanned; trouble says why a file waits for longer. */
    public record Scan(
            String file,
            String state,
            String message,
            @Nullable String signature,
            @Nullable String trouble) {}

    /** Another file of the same provider with the same bytes. */
    public record SameFile(String file, String sameAs, String name, String evidence, String title) {}

    private final FileFacts facts;
    private final HeldFiles held;

    EvidenceAnswers(FileFacts facts, HeldFiles held) {
        this.facts = facts;
        this.held = held;
    }

    /** With the version as its ETag, and behind it what changes about files without a new version. */
    public ResponseEntity<Answer> answer(ResponseEntity.BodyBuilder answer, Evidence evidence, Caller caller) {
        var scans = scans(evidence);
        var identical = identical(evidence, caller);
        String version = Long.toString(evidence.version());
        int ofFiles = List.of(scans, identical).toString().hashCode();
        return answer.eTag(evidence.files().isEmpty() ? version : version + "-" + Integer.toHexString(ofFiles))
                .body(new Answer(EvidenceBody.of(evidence), scans, identical));
    }

    private List<Scan> scans(Evidence evidence) {
        var known = facts.of(evidence.files());
        return evidence.files().stream()
                .map(file -> scan(file, known.getOrDefault(file.id(), FileFacts.UNKNOWN)))
                .toList();
    }

    private static Scan scan(EvidenceFile file, FileFacts.Fact fact) {
        var trouble = fact.trouble();
        return new Scan(
                file.id().toString(),
                fact.state().word(),
                fact.words(),
                fact.signature(),
                trouble == null ? null : trouble.word());
    }

    private List<SameFile> identical(Evidence evidence, Caller caller) {
        if (!caller.person().belongsTo(evidence.provider())) {
            return List.of();
        }
        var elsewhere = held.elsewhere(evidence, caller.visible());
        return evidence.files().stream()
                .flatMap(file -> elsewhere.stream()
                        .filter(place -> place.file().sha256().equals(file.sha256()))
                        .map(place -> new SameFile(
                                file.id().toString(),
                                place.file().id().toString(),
                                place.file().name(),
                                place.evidence().toString(),
                                place.title())))
                .toList();
    }
}
