package org.ncsoversight.criteria.standard.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.standard.exchange.EditionFormat;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.guidance.GuidanceReader;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.model.drafting.ImportedEdition;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.standard.store.ImportStore;
import org.springframework.stereotype.Component;

/** Reads a file into an import that somebody can look at, and turns it into a draft when they say so. */
@Component
public class ImportEdition {

    /**
     * What is said of a file, such as the code under which its edition is to be known.
     *
     * @param edition may be empty for an export, which says its own
     * @param fewer whether the guidance may have fewer criteria than the edition before
     */
    public record Command(String fileName, String edition, boolean fewer) {}

    /** Every way reading can end. */
    public sealed interface Result {

        record Read(ImportedEdition imported) implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record Damaged(int line, String code, String message) implements Result {}
    }

    /** Every way confirming can end. */
    public sealed interface Confirmation {

        record Drafted(Draft draft) implements Confirmation {}

        record NotFound() implements Confirmation {}

        record DraftExists(EditionId edition) implements Confirmation {}
    }

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int ID_LENGTH = 32;
    private static final int LONGEST_NAME = 200;

    private final ImportStore imports;
    private final DraftStore drafts;
    private final EditionStore editions;
    private final Clock clock;

    public ImportEdition(ImportStore imports, DraftStore drafts, EditionStore editions, Clock clock) {
        this.imports = imports;
        this.drafts = drafts;
        this.editions = editions;
        this.clock = clock;
    }

    public Result read(byte[] file, Command command) {
        if (file.length == 0) {
            return invalid("file", "missing", "Select a file");
        }
        String code = command.edition().strip();
        Optional<EditionId> id = EditionId.parse(code);
        if (!code.isEmpty() && id.isEmpty()) {
            return invalid(
                    "edition",
                    "not-a-code",
                    "The code must be small letters and digits with hyphens between, up to 60");
        }
        try {
            Optional<EditionFormat> format = EditionFormat.of(file);
            if (format.isEmpty() && id.isEmpty()) {
                return invalid("edition", "missing", "Enter a code for the edition: guidance does not say its own");
            }
            ImportedEdition imported = format.isPresent()
                    ? export(file, command, format.get().read(file), id)
                    : guidance(file, command, id.orElseThrow());
            imports.removeOlderThan(clock.instant().minus(KEPT));
            imports.put(imported);
            return new Result.Read(imported);
        } catch (DamagedFile e) {
            return new Result.Damaged(e.line(), e.code(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new Result.Damaged(1, "not-whole", String.valueOf(e.getMessage()));
        }
    }

    public Confirmation confirm(String id) {
        Optional<ImportedEdition> imported = imports.find(id);
        if (imported.isEmpty()) {
            return new Confirmation.NotFound();
        }
        Draft draft = imported.get().asDraft();
        if (!drafts.add(draft)) {
            return new Confirmation.DraftExists(draft.id());
        }
        imports.remove(id);
        return new Confirmation.Drafted(draft);
    }

    private ImportedEdition export(byte[] file, Command command, PortableEdition edition, Optional<EditionId> other) {
        PortableEdition named = other.map(id -> new PortableEdition(
                        id, edition.contents(), edition.inForceFrom(), edition.inForceTo(), edition.mappings()))
                .orElse(edition);
        Optional<Edition> base = editions.toBaseOn(named.id());
        PortableEdition placed = base.map(named::following).orElse(named);
        return imported(file, command, new Based(placed, List.of()), base, Set.of());
    }

    private ImportedEdition guidance(byte[] file, Command command, EditionId id) throws DamagedFile {
        Optional<Edition> base = editions.toBaseOn(id);
        Based based = Based.on(GuidanceReader.read(file), id, base, command.fewer());
        return imported(file, command, based, base, based.allCodes());
    }

    private ImportedEdition imported(
            byte[] file, Command command, Based based, Optional<Edition> base, Set<CriterionCode> voicesToConfirm) {
        return new ImportedEdition(
                idOf(file, based.edition().id()),
                command.fileName()
                        .substring(0, Math.min(LONGEST_NAME, command.fileName().length())),
                clock.instant(),
                based.edition(),
                base.map(Edition::id),
                voicesToConfirm,
                based.leftOut());
    }

    private static String idOf(byte[] file, EditionId edition) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(edition.value().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(file)).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Result invalid(String field, String code, String message) {
        return new Result.Invalid(List.of(new FieldError(field, code, message)));
    }
}
