package org.ncsoversight.criteria.standard.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing the Standard asks for.
 *
 * @param textVersion counts up when what is asked changes, so that evidence can tell what it answered
 * @param practice what it might mean in practice, as guidance tells it; empty where nothing is told
 * @param documents what to look for, in words
 * @param voices who must be able to speak to it, in the order in which they are named
 * @param whereAppropriate those of the voices that are not always needed
 * @param prompts questions that help each voice to speak to it
 */
public record Criterion(
        CriterionCode code,
        String title,
        int textVersion,
        String asks,
        String practice,
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

    /** Whether somebody who answered one of the two has answered the other. */
    public boolean asksTheSameAs(Criterion other) {
        return title.equals(other.title) && asks.equals(other.asks) && practice.equals(other.practice);
    }

    public Criterion withTextVersion(int other) {
        return new Criterion(code, title, other, asks, practice, documents, voices, whereAppropriate, prompts);
    }

    public Criterion withTexts(String newTitle, String newAsks, String newPractice) {
        return new Criterion(
                code, newTitle, textVersion, newAsks, newPractice, documents, voices, whereAppropriate, prompts);
    }

    public Criterion withDocuments(List<String> others) {
        return new Criterion(code, title, textVersion, asks, practice, others, voices, whereAppropriate, prompts);
    }

    public Criterion withPrompts(Map<Voice, List<String>> others) {
        return new Criterion(code, title, textVersion, asks, practice, documents, voices, whereAppropriate, others);
    }

    /** The same asking other voices; those that stay keep their prompts, new ones have none yet. */
    public Criterion withVoices(List<Voice> others, Set<Voice> onlyWhereAppropriate) {
        var kept = new EnumMap<Voice, List<String>>(Voice.class);
        others.forEach(voice -> kept.put(voice, prompts.getOrDefault(voice, List.of())));
        return new Criterion(code, title, textVersion, asks, practice, documents, others, onlyWhereAppropriate, kept);
    }
}
