package org.ncsoversight.evidence.items.submitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.intake.Fixture;
import org.ncsoversight.evidence.items.submitting.SubmitEvidence.Result;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;

class SubmittingEvidenceTest {

    private final Fixture fixture = new Fixture();
    private final SubmitEvidence submitEvidence =
            new SubmitEvidence(fixture.store, fixture.files, fixture.reader, fixture.keepFiles, fixture.clock);
    private final EvidenceId id = new EvidenceId(UUID.randomUUID());

    @Test
    void evidence_with_files_is_kept_and_announced_once() throws IOException {
        var typed = Fixture.valid();
        typed.files = List.of(Fixture.file("a.txt", "hello"), Fixture.file("C:\\data\\b.csv", "a,b\n1,2\n"));

        var result = submit(Callers.lead("99000001"), typed);

        assertThat(result).isInstanceOfSatisfying(Result.Submitted.class, submitted -> {
            assertThat(submitted.evidence().provider()).isEqualTo(NORTHMOOR);
            assertThat(submitted.evidence().files())
                    .extracting(EvidenceFile::name, EvidenceFile::type, EvidenceFile::sizeInBytes)
                    .containsExactly(tuple("a.txt", "text/plain", 5L), tuple("b.csv", "text/csv", 8L));
            assertThat(submitted.evidence().files().getFirst().sha256())
                    .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        });
        assertThat(fixture.store.announced()).hasSize(1);
        assertThat(fixture.files.count()).isEqualTo(2);
        assertThat(fixture.files.unfinishedSince(fixture.clock.instant().plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void the_same_again_under_the_same_id_changes_nothing() throws IOException {
        var typed = Fixture.valid();
        typed.files = List.of(Fixture.file("a.txt", "hello"));
        submit(Callers.lead("99000001"), typed);

        var again = submit(Callers.lead("99000001"), typed);

        assertThat(again).isInstanceOf(Result.SubmittedBefore.class);
        assertThat(fixture.store.announced()).hasSize(1);
        assertThat(fixture.files.count()).isEqualTo(1);
    }

    @Test
    void something_else_under_the_same_id_is_refused() throws IOException {
        submit(Callers.lead("99000001"), Fixture.valid());
        var otherTitle = Fixture.valid();
        otherTitle.title = "Other";
        var otherFiles = Fixture.valid();
        otherFiles.files = List.of(Fixture.file("a.txt", "hello"));

        assertThat(submit(Callers.lead("99000001"), otherTitle)).isInstanceOf(Result.IdTaken.class);
        assertThat(submit(Callers.lead("99000001"), otherFiles)).isInstanceOf(Result.IdTaken.class);
    }

    @Test
    void an_id_that_another_provider_used_is_taken_and_its_files_are_not_kept() throws IOException {
        submit(Callers.lead("99000002"), Fixture.valid());
        var typed = Fixture.valid();
        typed.files = List.of(Fixture.file("a.txt", "hello"));

        assertThat(submit(Callers.lead("99000001"), typed)).isInstanceOf(Result.IdTaken.class);
        assertThat(fixture.files.count()).isZero();
    }

    @Test
    void errors_keep_nothing() throws IOException {
        var typed = Fixture.valid();
        typed.title = "";
        typed.files = List.of(Fixture.file("a.txt", "hello"));

        assertThat(submit(Callers.lead("99000001"), typed)).isInstanceOf(Result.Invalid.class);
        assertThat(fixture.store.announced()).isEmpty();
        assertThat(fixture.files.count()).isZero();
    }

    @Test
    void nothing_is_taken_until_the_criteria_are_known() throws IOException {
        fixture.standard.forget();

        assertThat(submit(Callers.lead("99000001"), Fixture.valid())).isInstanceOf(Result.CriteriaNotYetKnown.class);
    }

    private Result submit(Caller caller, Fixture.Typed typed) throws IOException {
        return submitEvidence.submit(new SubmitEvidence.Command(
                id, caller.organisation().orElseThrow(), caller.person(), caller.visible(), typed.done()));
    }
}
