package org.ncsoversight.deploy.soak;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;

/** Evidence sent by programs and by people, each item under an id that is chosen before the first try. */
final class ProvidersAtWork {

    private static final List<String> CRITERIA = List.of("1.2", "2.3", "3.4", "4.1", "4.3");
    private static final Pattern VERSION = Pattern.compile("name=\"version\"[^>]*value=\"([0-9]+)\"");

    private final Ledger ledger;
    private final LocalDate today;
    private final AtomicInteger number = new AtomicInteger();

    ProvidersAtWork(Ledger ledger, LocalDate today) {
        this.ledger = ledger;
        this.today = today;
    }

    /** By the API; what is away is asked again with the same id. */
    void byProgram(PlatformApi api, MachineAccounts.Account account, String ukprn) {
        String id = UUID.randomUUID().toString();
        ledger.evidenceSent(id);
        api.post(account, "/api/evidence/items", """
            {"evidence": "%s", "title": "Soak %d", "statement": "One of many.", "voice": "staff", "criteria": ["%s"],
             "periodFrom": "%s", "periodTo": "%s", "reviewDate": "%s"}
            """.formatted(
                        id,
                        number.incrementAndGet(),
                        criterion(),
                        today.minusMonths(6),
                        today.minusDays(1),
                        today.plusMonths(6)));
        ledger.evidenceAcknowledged(id, ukprn);
    }

    /** Question by question, as a person does; a page that does not come is asked for again. */
    void byPages(Person lead, String ukprn, Load load) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        String draft = "/evidence/drafts/" + id;
        if (lead.look("/evidence/new", "/evidence/new").statusCode() != 200) {
            return;
        }
        HttpResponse<String> started =
                lead.send("/evidence/new", Map.of("evidence", id, "criterion", criterion(), "criteria", criterion()));
        if (!started.uri().getPath().startsWith(draft)) {
            if (surprising(started)) {
                load.unexpected("lead: /evidence/new answered " + started.statusCode());
            }
            return;
        }
        boolean answered = answer(lead, draft, "voice", Map.of("voice", "staff"), load)
                && answer(lead, draft, "kind", Map.of("kind", "account"), load)
                && answer(lead, draft, "about", about(), load)
                && answer(lead, draft, "dates", dates(), load)
                && answer(lead, draft, "handling", Map.of(), load);
        if (!answered) {
            return;
        }
        ledger.evidenceSent(id);
        while (!submitted(lead, draft, id)) {
            ledger.repeated();
            if (load.endsWithin(Duration.ofSeconds(1))) {
                return;
            }
        }
        ledger.evidenceAcknowledged(id, ukprn);
    }

    private Map<String, String> about() {
        return Map.of("title", "Soak by pages " + number.incrementAndGet(), "statement", "Written on a page.");
    }

    private Map<String, String> dates() {
        var fields = new HashMap<String, String>();
        date(fields, "periodFrom", today.minusMonths(3));
        date(fields, "periodTo", today.minusDays(1));
        date(fields, "reviewDate", today.plusYears(1));
        return fields;
    }

    private static void date(Map<String, String> fields, String name, LocalDate date) {
        fields.put(name + "-day", "" + date.getDayOfMonth());
        fields.put(name + "-month", "" + date.getMonthValue());
        fields.put(name + "-year", "" + date.getYear());
    }

    /** Answers one question; an answer that got lost is given again to the version that is there then. */
    private boolean answer(Person lead, String draft, String step, Map<String, String> fields, Load load)
            throws InterruptedException {
        do {
            try {
                HttpResponse<String> page = lead.look(draft + "/" + step, "/evidence/drafts/{id}/" + step);
                Matcher version = VERSION.matcher(page.body());
                if (page.statusCode() == 200 && version.find()) {
                    var all = new HashMap<>(fields);
                    all.put("version", version.group(1));
                    HttpResponse<String> next = lead.send(draft + "/" + step, all);
                    if (next.statusCode() == 200 && !next.uri().getPath().endsWith("/" + step)) {
                        return true;
                    }
                    if (surprising(next)) {
                        load.unexpected("lead: " + step + " answered " + next.statusCode());
                        return false;
                    }
                } else if (page.statusCode() < 500) {
                    load.unexpected("lead: page of " + step + " answered " + page.statusCode());
                    return false;
                }
            } catch (IOException e) {
                // Asked again below.
            }
            ledger.repeated();
        } while (!load.endsWithin(Duration.ofSeconds(1)));
        return false;
    }

    private static boolean submitted(Person lead, String draft, String id) throws InterruptedException {
        try {
            HttpResponse<String> check = lead.look(draft + "/check", "/evidence/drafts/{id}/check");
            Matcher version = VERSION.matcher(check.body());
            String seen = version.find() ? version.group(1) : "0";
            HttpResponse<String> sent =
                    lead.send(draft + "/submission", Map.of("version", seen, "why", "", "itemVersion", "0"));
            return sent.uri().getPath().equals("/evidence/" + id + "/submitted")
                    || (sent.statusCode() == 200 && sent.body().contains("Evidence submitted"));
        } catch (IOException e) {
            return false;
        }
    }

    /** An answer that no killed process explains. */
    private static boolean surprising(HttpResponse<String> answer) {
        return answer.statusCode() < 500 && answer.statusCode() != 429;
    }

    private String criterion() {
        return CRITERIA.get(Math.floorMod(number.get(), CRITERIA.size()));
    }
}
