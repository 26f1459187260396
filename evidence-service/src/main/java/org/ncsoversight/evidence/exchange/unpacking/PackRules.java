package org.ncsoversight.evidence.exchange.unpacking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.exchange.pack.PackItem;
import org.ncsoversight.evidence.exchange.pack.PackRefused;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.items.intake.ReadSubmission;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.stereotype.Component;

/** Asks of a packed item what is asked of one that is typed: a pack nobody vouches for is only another way to submit. */
@Component
public class PackRules {

    private final ReadSubmission reader;
    private final KnownStandard standard;

    public PackRules(ReadSubmission reader, KnownStandard standard) {
        this.reader = reader;
        this.standard = standard;
    }

    boolean knowAllCriteriaOf(Evidence item) {
        return item.content().references().stream()
                .allMatch(reference -> standard.edition(reference.edition())
                        .flatMap(edition -> edition.criterion(reference.code()))
                        .isPresent());
    }

    /** What it says, as if its new owner had typed it; its files are looked at together. */
    public Content read(Content there, Map<PackItem.File, Path> current, String owner, String entry)
            throws IOException, PackRefused {
        var files = new ArrayList<ReceivedFile>();
        for (var file : current.entrySet()) {
            var place = file.getValue();
            files.add(new ReceivedFile(file.getKey().name(), Files.size(place), () -> Files.newInputStream(place)));
        }
        return switch (reader.readImported(there, files, owner)) {
            case ReadSubmission.Outcome.Read read -> read.content();
            case ReadSubmission.Outcome.Invalid(var errors) ->
                throw new PackRefused(
                        "item-not-allowed",
                        entry,
                        errors.stream().map(FieldError::message).collect(Collectors.joining(". ")));
            case ReadSubmission.Outcome.CriteriaNotYetKnown() ->
                throw new PackRefused("item-not-allowed", entry, "its edition of the Standard is not known here");
        };
    }
}
