package org.ncsoversight.feedback.file;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ncsoversight.feedback.model.Questionnaire;
import tools.jackson.databind.json.JsonMapper;

/** The questionnaire as it is bundled: questions that share a scale of answers. */
public final class QuestionnaireFile {

    private record Content(Map<String, List<ScaleAnswer>> scales, List<ScaleQuestion> questions) {}

    private record ScaleAnswer(String answer, String title, boolean positive) {}

    private record ScaleQuestion(String code, String title, String scale) {}

    private QuestionnaireFile() {}

    public static Questionnaire bundled() {
        try (InputStream file = QuestionnaireFile.class.getResourceAsStream("/questionnaire.json")) {
            var content = new JsonMapper().readValue(Objects.requireNonNull(file), Content.class);
            return new Questionnaire(content.questions().stream()
                    .map(question -> new Questionnaire.Question(
                            question.code(),
                            question.title(),
                            Objects.requireNonNull(content.scales().get(question.scale()), question.scale()).stream()
                                    .collect(toUnmodifiableMap(ScaleAnswer::answer, ScaleAnswer::positive))))
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException("The bundled questionnaire cannot be read", e);
        }
    }
}
