package org.ncsoversight.deploy.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What a prime keeps beside its evidence: advisers, aims, partnerships, a golden thread and a plan. */
final class DemoPreparation {

    /** Something to send to the evidence API. */
    record Post(String path, String json) {}

    private static final String REGISTERS = "/api/evidence/registers/";

    private final String ukprn;
    private final LocalDate today;
    private final Random random;
    private final List<Post> posts = new ArrayList<>();
    private int rows;

    DemoPreparation(String ukprn, LocalDate today, long seed) {
        this.ukprn = ukprn;
        this.today = today;
        this.random = new Random(seed + ukprn.hashCode());
        advisers();
        row("aims", "clients-in-work", """
            {"aim": "More clients reach a job or learning", "measure": "Share of clients with an outcome", "unit": "percent",
             "better": "higher", "target": 60, "from": "%s", "to": "%s", "result": %d, "resultOn": "%s"}
            """.formatted(
                        today.minusMonths(6), today.plusMonths(6), random.nextInt(50, 70), today.minusDays(20)));
        row("partnerships", "jobcentre", """
            {"partner": "Local Jobcentre", "level": "operational", "agreement": "mou", "agreedOn": "%s",
             "evaluatedOn": "%s", "finding": "Two in three clients referred were seen within a week."}
            """.formatted(today.minusYears(2), today.minusDays(random.nextInt(30, 500))));
        posts.add(new Post("/api/evidence/threads", """
            {"thread": "%s", "name": "More clients reach a job or learning", "template": "plan-do-review",
             "aim": "%s"}
            """.formatted(id("thread"), id("clients-in-work"))));
        posts.add(new Post("/api/evidence/improvement", """
            {"action": "%s", "title": "Ring clients who miss an appointment", "difference": "Fewer first appointments lost",
             "criteria": ["2.1"], "owner": "contributor", "due": "%s"}
            """.formatted(
                        id("improvement"), today.plusDays(random.nextInt(10, 120)))));
    }

    List<Post> posts() {
        return posts;
    }

    int rows() {
        return rows;
    }

    private void advisers() {
        int advisers = random.nextInt(4, 9);
        for (int i = 1; i <= advisers; i++) {
            boolean senior = random.nextInt(3) == 0;
            row("advisers", "adviser-" + i, """
                {"reference": "A%02d", "role": "Careers adviser", "held": %d, "inductedOn": "%s", "appraisedOn": "%s"}
                """.formatted(
                            i,
                            senior ? 6 : 4,
                            today.minusDays(random.nextInt(400, 2_000)),
                            today.minusDays(random.nextInt(10, 390))));
        }
    }

    private void row(String register, String natural, String cells) {
        posts.add(new Post(
                REGISTERS + register + "/rows", "{\"row\": \"%s\", \"cells\": %s}".formatted(id(natural), cells)));
        rows++;
    }

    /** The same each time, so that loading again changes nothing. */
    private UUID id(String natural) {
        return UUID.nameUUIDFromBytes((ukprn + natural).getBytes(StandardCharsets.UTF_8));
    }
}
