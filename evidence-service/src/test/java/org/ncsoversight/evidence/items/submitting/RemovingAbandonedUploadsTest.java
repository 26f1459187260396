package org.ncsoversight.evidence.items.submitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NOON;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.items.intake.Fixture;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Samples;

class RemovingAbandonedUploadsTest {

    private final Fixture fixture = new Fixture();

    @Test
    void the_recovery_pass_removes_files_nobody_holds_and_keeps_the_others() throws IOException {
        var held = Samples.submitted();
        fixture.store.add(held);
        var heldFile = held.evidence().files().getFirst().id();
        upload(held.evidence().id(), heldFile, NOON);
        upload(new EvidenceId(UUID.randomUUID()), UUID.randomUUID(), NOON);
        upload(new EvidenceId(UUID.randomUUID()), UUID.randomUUID(), fixture.clock.instant());
        var meters = new SimpleMeterRegistry();

        new RemoveAbandonedUploads(fixture.store, fixture.drafts, fixture.files, Fixture.LIMITS, fixture.clock, meters)
                .pass();

        assertThat(fixture.files.count()).isEqualTo(2);
        assertThat(fixture.files.unfinishedSince(fixture.clock.instant().plusSeconds(1)))
                .hasSize(1);
        assertThat(meters.counter("evidence.uploads.abandoned").count()).isEqualTo(1);
    }

    private void upload(EvidenceId evidence, UUID file, Instant at) throws IOException {
        fixture.files.begin(new FileStore.Upload(UUID.randomUUID(), evidence, List.of(file), at));
        fixture.files.write(file, new ByteArrayInputStream(new byte[] {1}));
    }
}
