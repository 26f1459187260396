package org.ncsoversight.feedback.importing;

import java.time.YearMonth;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.Ukprn;

/** What is counted together: the responses about one provider that were given in one month. */
public record ProviderMonth(Ukprn provider, YearMonth month) {

    static ProviderMonth of(Response response) {
        return new ProviderMonth(response.provider(), YearMonth.from(response.respondedOn()));
    }
}
