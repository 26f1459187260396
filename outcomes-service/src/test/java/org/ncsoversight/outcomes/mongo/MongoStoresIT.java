package org.ncsoversight.outcomes.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.outcomes.ClaimRows;
import org.ncsoversight.outcomes.importing.ClaimStore;
import org.ncsoversight.outcomes.importing.ImportStore;
import org.ncsoversight.outcomes.importing.ProviderMonth;
import org.ncsoversight.outcomes.importing.StoreContract;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.security.Callers;
import org.ncsoversight.outcomes.viewing.Claims;
import org.ncsoversight.outcomes.viewing.Claims.MonthlyCount;
import tools.jackson.databind.json.JsonMapper;

class MongoStoresIT extends StoreContract {

    private final MongoCollections collections = MongoCollections.of(
            MongoClients.create(Mongo.uriOfNewDatabase()).getDatabase("outcomes-" + System.nanoTime()));
    private final MongoClaims claims = new MongoClaims(collections, new ClaimEvents(new JsonMapper()), () -> {});

    MongoStoresIT() {
        collections.createIndexes();
    }

    @Override
    protected ImportStore imports() {
        return new MongoImports(collections);
    }

    @Override
    protected ClaimStore claims() {
        return claims;
    }

    @Override
    protected Claims view() {
        return claims;
    }

    @Test
    void totals_are_read_without_the_claims_and_counted_anew_when_one_moved() {
        var first = claim(1, 1, ClaimRows.PRIME);
        claims.write(List.of(recorded(first), recorded(claim(2, 1, ClaimRows.PRIME))), 1);
        var october = new ProviderMonth(ClaimRows.PRIME, YearMonth.of(2026, 10));
        var atOther = new ProviderMonth(ClaimRows.OTHER, YearMonth.of(2026, 10));
        claims.recount(List.of(october));
        claims.write(List.of(recorded(claim(1, 2, ClaimRows.OTHER))), 2);
        claims.recount(List.of(october, atOther));
        collections.claims().drop();

        assertThat(claims.monthlyCounts(Callers.contractManager().sees()))
                .containsExactlyInAnyOrder(
                        new MonthlyCount(ClaimRows.PRIME, october.month(), OutcomeType.CAREER_MANAGEMENT, 1, 1),
                        new MonthlyCount(ClaimRows.OTHER, october.month(), OutcomeType.CAREER_MANAGEMENT, 1, 1));
    }

    @Test
    void totals_of_data_from_before_they_were_kept_are_counted_once() {
        claims.write(List.of(recorded(claim(1, 1, ClaimRows.PRIME))), 1);

        new MongoTotals(collections).countAllOnce();

        assertThat(claims.monthlyCounts(Callers.contractManager().sees())).hasSize(1);
        collections.totals().drop();
        new MongoTotals(collections).countAllOnce();
        assertThat(collections.totals().countDocuments()).isZero();
    }

    @Test
    void whoever_began_to_count_last_is_believed_when_many_count_at_once() throws Exception {
        var month = new ProviderMonth(ClaimRows.PRIME, YearMonth.of(2026, 10));
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 40; number++) {
                var claim = claim(number, 1, ClaimRows.PRIME);
                var _ = writers.submit(() -> {
                    claims.write(List.of(recorded(claim)), 1);
                    claims.recount(List.of(month));
                });
            }
        }

        assertThat(claims.monthlyCounts(Callers.contractManager().sees()))
                .containsExactly(
                        new MonthlyCount(ClaimRows.PRIME, month.month(), OutcomeType.CAREER_MANAGEMENT, 40, 40));
    }

    @Test
    void a_claim_and_its_event_are_one_document() {
        var first = claim(1, 1, ClaimRows.PRIME);
        claims.write(List.of(recorded(first)), 1);
        claims.write(List.of(recorded(first.withVersion(2))), 2);

        assertThat(collections
                        .claims()
                        .find()
                        .map(claim -> claim.getList("outbox", Document.class).size()))
                .containsExactly(2);
    }
}
