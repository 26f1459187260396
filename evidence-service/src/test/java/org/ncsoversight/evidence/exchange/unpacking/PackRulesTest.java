package org.ncsoversight.evidence.exchange.unpacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.exchange.packing.Installation;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.model.Samples;

class PackRulesTest {

    private final Installation here = new Installation("key");

    @Test
    void a_pack_nobody_vouches_for_is_held_to_the_rules_for_what_is_typed() throws IOException {
        var base = Samples.content("4.3");
        here.submitted(saying(base, "Survey of clients ".repeat(9), null));
        here.submitted(saying(base, "Survey", "javascript:alert(1)"));
        here.submitted(saying(base, "Survey", null), "a.txt", "a", "b.txt", "b", "c.txt", "c");
        var lapsed = here.submitted(withReviewDate(base, "2026-11-01"));
        var faraway = here.submitted(withReviewDate(base, "9999-12-31"));

        var report = Installation.imported(new Installation("").take(here.pack()));

        assertThat(report.added()).containsExactly(lapsed.id().toString());
        assertThat(report.left())
                .extracting(ImportPack.Left::reason)
                .hasSize(4)
                .anySatisfy(reason -> assertThat(reason).contains("Title must be"))
                .anySatisfy(reason -> assertThat(reason).contains("https://"))
                .anySatisfy(reason -> assertThat(reason).contains("up to 2 files"))
                .anySatisfy(reason -> assertThat(reason).contains("within 5 years"));
        assertThat(report.left())
                .extracting(ImportPack.Left::evidence)
                .contains(faraway.id().toString());
    }

    private static Content saying(Content base, String title, String link) {
        return new Content(
                base.edition(),
                base.references(),
                title,
                base.statement(),
                base.voice(),
                base.kind(),
                base.period(),
                base.reviewDate(),
                base.classification(),
                null,
                link,
                null,
                base.threads());
    }

    private static Content withReviewDate(Content base, String day) {
        return new Content(
                base.edition(),
                base.criteria(),
                "Survey",
                base.statement(),
                base.voice(),
                base.period(),
                LocalDate.parse(day));
    }
}
