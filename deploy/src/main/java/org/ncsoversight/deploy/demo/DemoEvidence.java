package org.ncsoversight.deploy.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each provider has gathered so far, from nothing to complete. */
public final class DemoEvidence {

    /** What becomes of an item. */
    public enum Review {
        NONE,
        ACCEPTED,
        RETURNED
    }

    /**
     * One item to submit and perhaps to review.
     *
     * @param id the same for the same provider, criterion and voice, so that loading again changes nothing
     */
    public record Item(
            UUID id,
            String title,
            String statement,
            String voice,
            String criterion,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate reviewDate,
            @Nullable String file,
            Review review) {

        /** As the evidence API takes it. */
        public String json() {
            return """
                {"evidence": "%s", "title": "%s", "statement": "%s", "voice": "%s", "criteria": ["%s"],
                 "periodFrom": "%s", "periodTo": "%s", "reviewDate": "%s", "owner": "contributor"}
                """.formatted(id, title, statement, voice, criterion, periodFrom, periodTo, reviewDate);
        }
    }

    private record Subject(String code, String voices, String document) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("1.1", "MS", "Service plan with measurable aims"),
            new Subject("1.2", "MS", "Leadership briefing"),
            new Subject("1.3", "MS", "Equality monitoring review"),
            new Subject("1.4", "MS", "Register of legislation and training"),
            new Subject("1.5", "M", "Definitions of client outcomes"),
            new Subject("1.6", "MS", "Promotion plan and its reach"),
            new Subject("1.7", "SC", "Changes made after suggestions"),
            new Subject("1.8", "MSP", "Partnership map"),
            new Subject("2.1", "MS", "Use of premises and attendance"),
            new Subject("2.2", "MSC", "Information resource register"),
            new Subject("2.3", "MS", "Role profiles and qualifications"),
            new Subject("2.4", "MS", "Learning log"),
            new Subject("2.5", "MS", "Induction records"),
            new Subject("3.1", "MSC", "Customer Charter in use"),
            new Subject("3.2", "MS", "Service standards report"),
            new Subject("3.3", "MSC", "Impartiality and destinations review"),
            new Subject("3.4", "CS", "Options recorded in action plans"),
            new Subject("3.5", "CS", "Resources and technology used with clients"),
            new Subject("3.6", "CPS", "Referrals and what came of them"),
            new Subject("4.1", "MS", "Annual self-assessment against aims"),
            new Subject("4.2", "MSC", "Distance travelled and goals completed"),
            new Subject("4.3", "MSC", "Feedback themes and responses"),
            new Subject("4.4", "SCP", "Partnership evaluation"),
            new Subject("4.5", "MS", "Observation and audit summary"),
            new Subject("4.6", "MS", "Appraisal completion"),
            new Subject("4.7", "MSC", "What technology improved"),
            new Subject("4.8", "MS", "Plan, do, review cycle"));

    private DemoEvidence() {}

    /** Every voice of every criterion, of a provider that has it all. */
    public static List<Item> complete(String ukprn, LocalDate today, long seed) {
        return of(new DemoWorld.Provider(ukprn, "", true, 1, 0, 1), today, seed);
    }

    static List<Item> of(DemoWorld.Provider provider, LocalDate today, long seed) {
        var random = new Random(seed + provider.ukprn().hashCode());
        List<Item> items = new ArrayList<>();
        for (Subject subject : SUBJECTS) {
            for (int i = 0; i < subject.voices().length(); i++) {
                if (random.nextDouble() < provider.preparation()) {
                    items.add(item(provider, subject, subject.voices().charAt(i), today, random));
                }
            }
        }
        return items;
    }

    private static Item item(
            DemoWorld.Provider provider, Subject subject, char initial, LocalDate today, Random random) {
        String voice = voice(initial);
        LocalDate to = today.minusDays(random.nextInt(20, 240));
        boolean lapsesSoon = random.nextInt(100) < 5;
        LocalDate review = today.plusDays(lapsesSoon ? random.nextInt(5, 55) : random.nextInt(90, 500));
        String statement =
                "Shows how %s speaks to %s. Gathered from our own records for the period and agreed at the quality meeting."
                        .formatted(whose(voice), subject.code());
        return new Item(
                UUID.nameUUIDFromBytes((provider.ukprn() + subject.code() + voice).getBytes(StandardCharsets.UTF_8)),
                subject.document() + ", " + whose(voice),
                statement,
                voice,
                subject.code(),
                to.minusMonths(6),
                to,
                review,
                random.nextInt(4) == 0 ? subject.document() + "\n\nSummary for the period to " + to + ".\n" : null,
                review(provider, random));
    }

    private static Review review(DemoWorld.Provider provider, Random random) {
        if (provider.preparation() >= 1) {
            return Review.ACCEPTED;
        }
        int draw = random.nextInt(100);
        return draw < 72 ? Review.ACCEPTED : draw < 80 ? Review.RETURNED : Review.NONE;
    }

    private static String voice(char initial) {
        return switch (initial) {
            case 'M' -> "manager";
            case 'S' -> "staff";
            case 'C' -> "client";
            case 'P' -> "partner";
            default -> throw new IllegalArgumentException("No voice begins with " + initial);
        };
    }

    private static String whose(String voice) {
        return switch (voice) {
            case "manager" -> "our managers' account";
            case "staff" -> "our staff's account";
            case "client" -> "what clients told us";
            default -> "what partners told us";
        };
    }
}
