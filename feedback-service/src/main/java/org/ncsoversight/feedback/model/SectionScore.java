package org.ncsoversight.feedback.model;

/** What one section of a shop scored; a section that did not apply has none. */
public record SectionScore(Section section, int score, int maxScore) {

    /** The most a section can be worth. */
    public static final int LARGEST_MAX_SCORE = 1000;

    public SectionScore {
        if (maxScore < 1 || maxScore > LARGEST_MAX_SCORE || score < 0 || score > maxScore) {
            throw new IllegalArgumentException("A score lies between 0 and its maximum");
        }
    }
}
