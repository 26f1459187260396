package org.ncsoversight.criteria.model.standard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing the Standard asks for.
 *
 * @param textVersion counts up when what is asked changes, so that evidence can tell what it answered
 * @param voices who must be able to speak to it, in the order in which they are named
 * @param whereAppropriate those of the voices that are not always needed
 * @param prompts questions that help each voice to speak to it
 */
public record Criterion(
        CriterionCode code,
        String title,
        int textVersion,
        String asks,
        List<String> documents,
        List<Voice> voices,
        Set<Voice> whereAppropriate,
        Map<Voice, List<String>> prompts) {

    public Criterion {
        documents = List.copyOf(documents);
        voices = List.copyOf(voices);
        whereAppropriate = Set.copyOf(whereAppropriate);
        prompts = Map.copyOf(prompts);
        if (title.isBlank() || asks.isBlank()) {
            throw new IllegalArgumentException("Criterion " + code + " has no text");
        }
        if (voices.isEmpty() || Set.copyOf(voices).size() != voices.size()) {
            throw new IllegalArgumentException("Criterion " + code + " names no voice, or one twice");
        }
        if (!prompts.keySet().equals(Set.copyOf(voices)) || !voices.containsAll(whereAppropriate)) {
            throw new IllegalArgumentException("Criterion " + code + " has prompts for voices it does not ask for");
        }
    }
}
