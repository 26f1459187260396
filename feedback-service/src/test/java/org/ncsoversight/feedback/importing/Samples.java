package org.ncsoversight.feedback.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.Mode;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.Answer;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.ResponseId;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/** Imports and responses to test with. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private Samples() {}

    public static Response response(String id, String provider, String answer) {
        return new Response(
                ResponseId.of(FileOwner.PROGRAMME, "s", id),
                1,
                new Ukprn(provider),
                new Touchpoint("0000000201"),
                "s",
                "2026-10",
                Channel.TELEPHONE,
                LocalDate.parse("2026-10-14"),
                List.of(
                        new Answer(Response.OVERALL, answer, answer.compareTo("3") > 0 && answer.length() == 1, 1.25),
                        new Answer("listened_to", Answer.NOT_ANSWERED, false, 1)));
    }

    public static ImportedFile writing(FileOwner owner, String sha256, int chunks) {
        return new ImportedFile(
                new ImportId(UUID.randomUUID()),
                State.WRITING,
                owner,
                Mode.GOOD_ROWS,
                sha256,
                NOW,
                1,
                chunks,
                0,
                new Counts(4, 0, 0, 1),
                1,
                List.of(new BadRow(2, "channel", "unknown-channel", "The channel is a number from 1 to 5")),
                new ReadAs("CSV", "semicolon", "Windows-1252", "", 2, List.of("colour"), List.of("Look at this")));
    }

    public static ImportedFile refused(FileOwner owner) {
        var file = writing(owner, "r".repeat(64), 0);
        return new ImportedFile(
                file.id(),
                State.REFUSED,
                owner,
                Mode.ALL,
                file.sha256(),
                file.startedAt(),
                0,
                0,
                0,
                file.counts(),
                1,
                file.badRows(),
                file.readAs());
    }
}
