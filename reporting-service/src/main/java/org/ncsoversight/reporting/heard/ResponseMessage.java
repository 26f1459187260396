package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What we need of one customer's answers. */
record ResponseMessage(
        String response,
        long version,
        String ukprn,
        String touchpoint,
        String channel,
        LocalDate respondedOn,
        List<Answer> answers) {

    private static final String MEASURE = "satisfaction";
    private static final String QUESTION = "overall_satisfaction";
    private static final String NOT_ANSWERED = "not_answered";

    ResponseMessage {
        Limits.code("response", response);
        Limits.version(version);
        Limits.ukprn(ukprn);
        Limits.code("touchpoint", touchpoint);
        Limits.code("channel", channel);
        Limits.day("respondedOn", respondedOn);
        answers = Limits.atMost(Limits.MOST_PARTS, "answers", answers);
    }

    record Answer(String question, String answer, boolean positive, BigDecimal weight) {

        Answer {
            requireNonNull(question, "question");
            requireNonNull(answer, "answer");
            Limits.number("weight", weight);
        }
    }

    Heard.Fact asFact() {
        String tally = TallyKey.of(MEASURE, YearMonth.from(respondedOn), touchpoint, channel, TallyKey.NONE);
        List<Latest.Share> shares = answers.stream()
                .filter(answer -> answer.question().equals(QUESTION))
                .filter(answer -> !answer.answer().equals(NOT_ANSWERED))
                .limit(1)
                .map(answer ->
                        new Latest.Share(tally, answer.positive() ? answer.weight() : BigDecimal.ZERO, answer.weight()))
                .toList();
        return new Heard.Fact(ukprn, Heard.Kind.RESPONSE, response, Latest.counted(version, shares));
    }
}
