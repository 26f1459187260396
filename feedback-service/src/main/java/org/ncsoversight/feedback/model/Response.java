package org.ncsoversight.feedback.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one customer answered to one survey.
 *
 * @param provider who delivered
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
        answers = List.copyOf(answers);
    }

    public Response withVersion(long other) {
        return with(other, answers);
    }

    private Response with(long otherVersion, List<Answer> otherAnswers) {
        return new Response(id, otherVersion, provider, touchpoint, survey, wave, channel, respondedOn, otherAnswers);
    }

    /** Whatever the order of the answers. */
    public boolean saysTheSameAs(Response other) {
        return answers.size() == other.answers.size()
                && Set.copyOf(answers).equals(Set.copyOf(other.answers))
                && with(other.version, other.answers).equals(other);
    }

    /** Empty when the customer did not answer the overall question. */
    public Optional<Answer> overall() {
        return answers.stream()
                .filter(answer -> answer.question().equals(OVERALL) && answer.given())
                .findFirst();
    }
}
