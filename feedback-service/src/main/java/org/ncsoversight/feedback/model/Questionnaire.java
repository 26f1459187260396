package org.ncsoversight.feedback.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which questions there are, which answers each allows, and which of these are good ones. */
public record Questionnaire(List<Question> questions) {

    /** One question with its answers: code to whether it is positive. */
    public record Question(String code, String title, Map<String, Boolean> positiveByAnswer) {

        public Optional<Boolean> positive(String answer) {
            return answer.equals(Answer.NOT_ANSWERED)
                    ? Optional.of(false)
                    : Optional.ofNullable(positiveByAnswer.get(answer));
        }
    }

    public Optional<Question> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }
}
