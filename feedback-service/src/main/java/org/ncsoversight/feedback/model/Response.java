package org.ncsoversight.feedback.model;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one customer answered to one survey.
 *
 * @param provider who delivered
 * @param answers by question code, whatever the order in the file
 */
public record Response(
        ResponseId id,
        long version,
        Ukprn provider,
        Touchpoint touchpoint,
        String survey,
        String wave,
        Channel channel,
        LocalDate respondedOn,
        List<Answer> answers) {

    /** The question whose positive share is shown first. */
    public static final String OVERALL = "overall_satisfaction";

    public Response {
        answers = answers.stream().sorted(comparing(Answer::question)).toList();
    }

    public Response withVersion(long other) {
        return new Response(id, other, provider, touchpoint, survey, wave, channel, respondedOn, answers);
    }

    public boolean saysTheSameAs(Response other) {
        return withVersion(other.version).equals(other);
    }

    /** Empty when the customer did not answer the overall question. */
    public Optional<Answer> overall() {
        return answers.stream()
                .filter(answer -> answer.question().equals(OVERALL) && answer.given())
                .findFirst();
    }
}
