package org.ncsoversight.deploy.soak;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;

/** Small files of survey responses and outcome claims; the same file may be sent again and changes nothing. */
final class MachineAtWork {

    private static final int ROWS = 20;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}");

    private final PlatformApi api;
    private final MachineAccounts.Account account;
    private final Ledger ledger;
    private final LocalDate today;
    private final String touchpoint;
    private final AtomicInteger number = new AtomicInteger();
    private volatile @Nullable String responses;
    private volatile @Nullable String claims;

    MachineAtWork(PlatformApi api, MachineAccounts.Account account, Ledger ledger, LocalDate today, String touchpoint) {
        this.api = api;
        this.account = account;
        this.ledger = ledger;
        this.today = today;
        this.touchpoint = touchpoint;
    }

    /** A file that was not acknowledged is sent again before the next. */
    void responses() {
        String csv = Objects.requireNonNullElseGet(responses, () -> responsesFile(number.incrementAndGet()));
        responses = csv;
        ledger.responsesImported(imported("/api/feedback/imports?mode=all", csv));
        responses = null;
    }

    /** The same of claims. */
    void claims() {
        String csv = Objects.requireNonNullElseGet(claims, () -> claimsFile(number.incrementAndGet()));
        claims = csv;
        ledger.claimsImported(imported("/api/outcomes/imports?mode=all&touchpoint=" + touchpoint, csv));
        claims = null;
    }

    /** Sends what was not acknowledged, now that nobody is killed any more. */
    void finish() {
        if (responses != null) {
            responses();
        }
        if (claims != null) {
            claims();
        }
    }

    private Ledger.File imported(String path, String csv) {
        return new Ledger.File(path, csv, ROWS, job(api.postCsv(account, path, csv)));
    }

    /** The id of an import, the first in its answer. */
    static String job(String answer) {
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException("An import without an id: " + answer);
        }
        return id.group();
    }

    private String responsesFile(int file) {
        var csv = new StringBuilder(
                "survey_id,wave,touchpoint_id,subcontractor_ukprn,channel,response_id,responded_on,question_code,"
                        + "answer_code,weight\n");
        LocalDate day = today.minusMonths(1).withDayOfMonth(15);
        for (int i = 0; i < ROWS; i++) {
            csv.append("customer-satisfaction,%s,%s,,1,S-%d-%d,%s,overall_satisfaction,%d,1.0%n"
                    .formatted(day.toString().substring(0, 7), touchpoint, file, i, day, 1 + i % 5));
        }
        return csv.toString();
    }

    private String claimsFile(int file) {
        var csv = new StringBuilder(
                "CustomerID,DateOfBirth,HomePostCode,ActionPlanId,SessionDate,SubContractorId,AdviserName,OutcomeId,"
                        + "OutcomeType,OutcomeEffectiveDate,OutcomePriorityCustomer\n");
        for (int i = 0; i < ROWS; i++) {
            String id = "S%d-%d".formatted(file, i);
            csv.append("C%s,1980-01-01,ZZ1 1ZZ,A%s,%s,,Adviser,O%s,%d,%s,%d%n"
                    .formatted(id, id, today.minusDays(40), id, 1 + i % 5, today.minusDays(10 + i % 20), i % 2));
        }
        return csv.toString();
    }
}
