package org.ncsoversight.criteria.accreditation.accrediting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.accreditation.accrediting.RecordAccreditation.Command;
import org.ncsoversight.criteria.accreditation.accrediting.RecordAccreditation.Result;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.security.Visible;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;
import org.ncsoversight.criteria.store.InMemoryEditionStore;
import org.ncsoversight.criteria.store.InMemoryProviderStore;

class RecordingAccreditationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private final InMemoryProviderStore providers = new InMemoryProviderStore();
    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final RecordAccreditation recording = new RecordAccreditation(providers, editions, CLOCK);

    @BeforeEach
    void an_edition_and_a_provider() throws IOException {
        new PublishBundledEdition(editions, CLOCK).publish(PublishBundledEdition.bundled());
        providers.add(new ProviderRecorded(
                UUID.randomUUID(),
                CLOCK.instant(),
                Provider.registered(new Ukprn("99000001"), "Northmoor Careers", Provider.Kind.PRIME)));
    }

    @Test
    void it_is_kept_and_announced_once() {
        assertThat(record("99000001", "matrix-ncs-4e", "2025-02-01")).isInstanceOf(Result.Recorded.class);
        assertThat(record("99000001", "matrix-ncs-4e", "2025-02-01")).isInstanceOf(Result.Unchanged.class);
        assertThat(providers.announced()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,in-the-future",
        "2001-12-31,too-early",
        "2025-02-30,not-a-date",
        "1 February,not-a-date",
        "'',missing"
    })
    void a_date_that_cannot_be_is_refused(String date, String code) {
        assertThat(record("99000001", "matrix-ncs-4e", date))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldError::code)
                                .containsExactly(code));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23", "2002-01-01"})
    void today_and_the_first_day_of_the_standard_are_fine(String date) {
        assertThat(record("99000001", "matrix-ncs-4e", date)).isInstanceOf(Result.Recorded.class);
    }

    @Test
    void an_edition_that_nobody_knows_is_refused() {
        assertThat(record("99000001", "matrix-2023", "2025-02-01")).isInstanceOf(Result.Invalid.class);
        assertThat(record("99000001", "No code", "2025-02-01")).isInstanceOf(Result.Invalid.class);
    }

    @Test
    void a_provider_that_is_not_there_or_may_not_be_seen_is_the_same() {
        assertThat(record("99000002", "matrix-ncs-4e", "2025-02-01")).isEqualTo(new Result.NoSuchProvider());
        assertThat(recording.record(
                        new Command("99000001", "matrix-ncs-4e", "2025-02-01", OptionalLong.empty(), "admin"),
                        Visible.only("99000002")))
                .isEqualTo(new Result.NoSuchProvider());
    }

    @Test
    void who_names_no_version_gets_through_however_many_others_write() {
        providers.loseRaces(50);

        assertThat(record("99000001", "matrix-ncs-4e", "2025-02-01")).isInstanceOf(Result.Recorded.class);
    }

    private Result record(String ukprn, String edition, String accreditedOn) {
        return recording.record(
                new Command(ukprn, edition, accreditedOn, OptionalLong.empty(), "admin"), Visible.everyone());
    }
}
