package org.ncsoversight.evidence.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;

/** The twin of the one in MongoDB. */
public final class InMemoryStandard implements KnownStandard {

    public static final Edition EDITION = new Edition(
            "matrix-ncs-4e",
            1,
            "An edition",
            LocalDate.parse("2011-01-01"),
            null,
            List.of(
                    new Edition.Element(1, "Leadership and Management"),
                    new Edition.Element(4, "Continuous Quality Improvement")),
            List.of(
                    new Criterion(new CriterionCode("1.7"), 1, "Clients shape the service", 1, List.of(Voice.STAFF)),
                    new Criterion(new CriterionCode("4.3"), 4, "Feedback is evaluated", 1, List.of(Voice.CLIENT))),
            List.of(new Edition.NamedDocument(
                    "customer-charter", "Customer Charter", List.of(new CriterionCode("1.7")))),
            List.of(new Edition.Measure(
                    "satisfaction", "Clients satisfied overall", List.of(new CriterionCode("4.3")))),
            List.of(new Edition.Link(new CriterionCode("4.3"), new CriterionCode("1.7"))),
            List.of(new Edition.ThreadTemplate(
                    "feedback", "Feedback into change", List.of(new CriterionCode("4.3"), new CriterionCode("1.7")))),
            List.of(),
            60);

    /** The next one, which says in full what it asks, and asks for these criteria in another way. */
    public static Edition following(String... reworked) {
        return new Edition(
                "matrix-ncs-5e",
                1,
                "The next edition",
                LocalDate.parse("2020-01-01"),
                null,
                EDITION.elements(),
                EDITION.criteria().stream()
                        .map(criterion -> new Criterion(
                                criterion.code(),
                                criterion.element(),
                                criterion.title(),
                                criterion.textVersion(),
                                criterion.voices(),
                                criterion.textSince(),
                                "All that %s asks".formatted(criterion.code()),
                                Map.of(Voice.CLIENT, List.of("What did you gain?"))))
                        .toList(),
                EDITION.documents(),
                EDITION.measures(),
                EDITION.links(),
                EDITION.threads(),
                Arrays.stream(reworked)
                        .map(code -> new Edition.Earlier("matrix-ncs-4e", new CriterionCode(code)))
                        .toList(),
                90);
    }

    private final List<Edition> kept = new ArrayList<>();

    @Override
    public synchronized void keep(Edition edition) {
        boolean newer = kept.stream()
                .noneMatch(known -> known.code().equals(edition.code()) && known.version() > edition.version());
        if (newer) {
            kept.removeIf(known -> known.code().equals(edition.code()));
            kept.add(edition);
        }
    }

    @Override
    public synchronized List<Edition> editions() {
        return List.copyOf(kept);
    }

    public synchronized void forget() {
        kept.clear();
    }
}
