package org.ncsoversight.feedback.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.importing.Samples;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.security.Callers;
import org.ncsoversight.feedback.viewing.FeedbackView.MonthCount;
import org.ncsoversight.feedback.viewing.FeedbackViewContract;
import tools.jackson.databind.json.JsonMapper;

class MongoFeedbackViewIT extends FeedbackViewContract {

    @Test
    void months_are_read_without_the_responses_and_counted_once_for_data_from_before() {
        var database = Databases.fresh();
        var responses = new MongoResponseStore(database, new JsonMapper(), () -> {});
        responses.write(
                List.of(new ResponseRecorded(UUID.randomUUID(), Samples.NOW, Samples.response("1", "99000001", "5"))),
                1);

        new MongoTotals(database).countAllOnce();
        database.getCollection("responses").drop();
        new MongoTotals(database).countAllOnce();

        assertThat(new MongoFeedbackView(database).months(Callers.all()))
                .containsExactly(new MonthCount(YearMonth.parse("2026-10"), 1, 1));
    }

    @Override
    protected Stores stores() {
        var database = Databases.fresh();
        return new Stores(
                new MongoResponseStore(database, new JsonMapper(), () -> {}),
                new MongoShopStore(database.getCollection("shops"), new JsonMapper(), () -> {}),
                new MongoImportStore(database),
                new MongoFeedbackView(database));
    }
}
