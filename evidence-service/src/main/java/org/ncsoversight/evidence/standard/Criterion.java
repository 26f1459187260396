package org.ncsoversight.evidence.standard;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;

/**
 * One criterion of an edition, as far as this service needs it.
 *
 * @param textSince the day from which its text was this one, as far as was heard; null when it never was another
 * @param asks what it asks for in full, if the edition says
 * @param prompts questions that help each voice to speak to it; none for a voice that has none
 */
public record Criterion(
        CriterionCode code,
        int element,
        String title,
        int textVersion,
        List<Voice> voices,
        @Nullable LocalDate textSince,
        @Nullable String asks,
        Map<Voice, List<String>> prompts) {

    public Criterion {
        voices = List.copyOf(voices);
        var some = new EnumMap<Voice, List<String>>(Voice.class);
        prompts.forEach((voice, questions) -> {
            if (!questions.isEmpty()) {
                some.put(voice, List.copyOf(questions));
            }
        });
        prompts = Collections.unmodifiableMap(some);
    }

    public Criterion(CriterionCode code, int element, String title, int textVersion, List<Voice> voices) {
        this(code, element, title, textVersion, voices, null);
    }

    public Criterion(
            CriterionCode code,
            int element,
            String title,
            int textVersion,
            List<Voice> voices,
            @Nullable LocalDate textSince) {
        this(code, element, title, textVersion, voices, textSince, null, Map.of());
    }

    public Criterion since(@Nullable LocalDate day) {
        return new Criterion(code, element, title, textVersion, voices, day, asks, prompts);
    }
}
