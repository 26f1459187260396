package org.ncsoversight.outcomes.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.outcomes.Service.until;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.outcomes.ClaimRows;
import org.ncsoversight.outcomes.Service;
import org.ncsoversight.outcomes.importing.ImportId;
import org.ncsoversight.outcomes.importing.ImportedFile;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.model.AgeBand;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.ClientPseudonym;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.tables.ReadAs;

/** What a process leaves behind when it dies, and what the next one makes of it. */
class RecoveringImportsIT {

    @Test
    void a_committed_import_is_applied_and_an_uncommitted_one_forgotten_at_the_next_start() {
        try (var service = Service.start()) {
            var collections = MongoCollections.of(service.database());
            var imports = new MongoImports(collections);
            var committed = begun(imports, Instant.now());
            imports.commit(committed);
            var uncommitted = begun(imports, Instant.now().minus(Duration.ofMinutes(11)));
            var youngUncommitted = begun(imports, Instant.now());

            service.restart();

            until(() -> collections.importChunks().countDocuments() == 1);
            assertThat(imports.committedAs(committed.identity())).contains(committed.applied(new Counts(1, 1, 0, 0)));
            assertThat(imports.in(State.WRITING, Instant.now().plusSeconds(1)))
                    .containsExactly(youngUncommitted)
                    .doesNotContain(uncommitted);
            assertThat(collections.claims().countDocuments()).isEqualTo(1);
            var claim = collections.claims().find().first().getString("_id");
            assertThat(Service.read("ncs.outcomes.v1", event -> event.value().contains(claim), 1))
                    .hasSize(1);
        }
    }

    private static ImportedFile begun(MongoImports imports, Instant startedAt) {
        var file = new ImportedFile(
                new ImportId(UUID.randomUUID()),
                State.WRITING,
                FileOwner.PROGRAMME,
                ClaimRows.TOUCHPOINT,
                Mode.ALL,
                UUID.randomUUID().toString(),
                startedAt.truncatedTo(ChronoUnit.MILLIS),
                imports.nextOrder(),
                1,
                0,
                new Counts(1, 0, 0, 0),
                0,
                List.of(),
                ReadAs.UNKNOWN);
        imports.begin(file);
        imports.write(
                file.id(),
                0,
                List.of(new Claim(
                        new ClaimId(UUID.randomUUID()),
                        0,
                        ClaimRows.PRIME,
                        ClaimRows.TOUCHPOINT,
                        new ClientPseudonym("ab".repeat(32)),
                        AgeBand.UNKNOWN,
                        OutcomeType.CAREER_MANAGEMENT,
                        false,
                        LocalDate.parse("2026-09-01"),
                        LocalDate.parse("2026-10-14"))));
        return file;
    }
}
