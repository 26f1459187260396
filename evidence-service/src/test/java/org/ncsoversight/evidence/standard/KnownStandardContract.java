package org.ncsoversight.evidence.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What everything that keeps editions and providers must do. */
public abstract class KnownStandardContract {

    protected abstract KnownStandard standard();

    protected abstract KnownProviders providers();

    @Test
    void an_edition_is_known_as_it_was_told() {
        standard().keep(InMemoryStandard.EDITION);

        assertThat(standard().edition("matrix-ncs-4e")).contains(InMemoryStandard.EDITION);
    }

    @Test
    void the_highest_version_wins_in_any_order() {
        standard().keep(edition("a", 2, "2011-01-01", null));
        standard().keep(edition("a", 1, "2012-01-01", null));
        standard().keep(edition("a", 2, "2013-01-01", null));

        assertThat(standard().editions()).hasSize(1).allMatch(edition -> edition.version() == 2);
    }

    @Test
    void the_same_version_told_again_with_more_in_it_is_kept() {
        var more = InMemoryStandard.following("4.3");
        var known = edition(more.code(), more.version(), "2020-01-01", null);
        standard().keep(known);
        standard().keep(more);

        assertThat(standard().edition(more.code())).contains(more);
    }

    @Test
    void an_edition_is_in_force_from_its_first_to_its_last_day() {
        standard().keep(edition("a", 1, "2011-01-01", "2011-12-31"));

        assertThat(standard().inForceOn(LocalDate.parse("2010-12-31"))).isEmpty();
        assertThat(standard().inForceOn(LocalDate.parse("2011-01-01"))).isPresent();
        assertThat(standard().inForceOn(LocalDate.parse("2011-12-31"))).isPresent();
        assertThat(standard().inForceOn(LocalDate.parse("2012-01-01"))).isEmpty();
    }

    @Test
    void where_editions_overlap_the_later_one_counts() {
        standard().keep(edition("old", 1, "2011-01-01", null));
        standard().keep(edition("new", 1, "2020-01-01", null));

        assertThat(standard().inForceOn(LocalDate.parse("2021-01-01")))
                .map(Edition::code)
                .contains("new");
        assertThat(standard().allInForceOn(LocalDate.parse("2021-01-01")))
                .extracting(Edition::code)
                .containsExactly("new", "old");
    }

    @Test
    void a_renamed_provider_has_its_newest_name() {
        providers().keep(new KnownProviders.Provider(NORTHMOOR, 2, "New name"));
        providers().keep(new KnownProviders.Provider(NORTHMOOR, 1, "Old name"));

        assertThat(providers().namesOf(List.of(NORTHMOOR, SOUTHBY))).isEqualTo(Map.of(NORTHMOOR, "New name"));
        assertThat(providers().nameOf(SOUTHBY)).isEqualTo("UKPRN 99000002");
    }

    private static Edition edition(String code, long version, String from, String to) {
        return new Edition(
                code,
                version,
                "An edition",
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                InMemoryStandard.EDITION.elements(),
                InMemoryStandard.EDITION.criteria());
    }
}
