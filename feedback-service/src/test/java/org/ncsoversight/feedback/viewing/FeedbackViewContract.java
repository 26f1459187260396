package org.ncsoversight.feedback.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.feedback.importing.Samples.NOW;
import static org.ncsoversight.feedback.importing.Samples.refused;
import static org.ncsoversight.feedback.importing.Samples.response;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.importing.ImportStore;
import org.ncsoversight.feedback.importing.ProviderMonth;
import org.ncsoversight.feedback.importing.ResponseStore;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.security.Callers;
import org.ncsoversight.feedback.shopping.ShopStore;
import org.ncsoversight.feedback.shopping.ShopStoreContract;
import org.ncsoversight.feedback.viewing.FeedbackView.MonthCount;

/** What every view must do. */
public abstract class FeedbackViewContract {

    /** A view beside the stores it reads from. */
    public record Stores(ResponseStore responses, ShopStore shops, ImportStore imports, FeedbackView view) {}

    private Stores stores;

    protected abstract Stores stores();

    @BeforeEach
    void start() {
        stores = stores();
    }

    @Test
    void a_month_counts_the_answers_to_the_overall_question() {
        record(
                response("1", "99000001", "5"),
                response("2", "99000001", "2"),
                response("3", "99000001", "not_answered"),
                response("4", "99000002", "4"));

        assertThat(stores.view().months(Callers.all()))
                .containsExactly(new MonthCount(YearMonth.parse("2026-10"), 3, 2));
        assertThat(stores.view().months(Callers.only("99000001")))
                .containsExactly(new MonthCount(YearMonth.parse("2026-10"), 2, 1));
        assertThat(stores.view().months(Callers.none())).isEmpty();
    }

    @Test
    void a_shop_shows_its_score_to_who_may_see_its_provider() {
        stores.shops().add(ShopStoreContract.recorded(ShopStoreContract.shop("")));

        assertThat(stores.view().shops(Callers.only("99000001"), 10))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.score()).isEqualTo(8);
                    assertThat(line.maxScore()).isEqualTo(15);
                });
        assertThat(stores.view().shops(Callers.only("99000002"), 10)).isEmpty();
    }

    @Test
    void an_import_shows_to_its_owner_and_to_who_sees_all() {
        stores.imports().refuse(refused(FileOwner.organisation(new Ukprn("99000001"))));

        assertThat(stores.view().imports(Callers.all(), 10)).hasSize(1);
        assertThat(stores.view().imports(Callers.only("99000001"), 10)).hasSize(1);
        assertThat(stores.view().imports(Callers.only("99000002"), 10)).isEmpty();
    }

    private void record(Response... responses) {
        stores.responses()
                .write(
                        List.of(responses).stream()
                                .map(response -> new ResponseRecorded(UUID.randomUUID(), NOW, response))
                                .toList(),
                        1);
        stores.responses()
                .recount(List.of(
                        new ProviderMonth(new Ukprn("99000001"), YearMonth.of(2026, 10)),
                        new ProviderMonth(new Ukprn("99000002"), YearMonth.of(2026, 10))));
    }
}
