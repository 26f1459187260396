package org.ncsoversight.evidence.planning.threading;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.planning.model.ThreadState;
import org.ncsoversight.evidence.planning.model.ThreadState.Hold;

/**
 * A thread as pages and the API show it.
 *
 * @param aim what its aim is called; null without one, or when the aim was removed
 */
public record ThreadView(
        GoldenThread thread, ThreadState state, @Nullable String aim, String providerName) {

    public String path() {
        return "/evidence/threads/" + thread.id();
    }

    /** Closed, whole, or broken; the word is also that of the filter. */
    public String standing() {
        if (!thread.open()) {
            return "closed";
        }
        return state.isWhole() ? "whole" : "broken";
    }

    public String standingInWords() {
        return inWords(standing());
    }

    /** As the filter's choices are written. */
    static String inWords(String standing) {
        return switch (standing) {
            case "closed" -> "Closed";
            case "whole" -> "Whole";
            default -> "Broken";
        };
    }

    public String standingTag() {
        return switch (standing()) {
            case "closed" -> "govuk-tag--grey";
            case "whole" -> "govuk-tag--green";
            default -> "govuk-tag--red";
        };
    }

    /** The criteria at which it is broken, as a list in words. */
    public String brokenAt() {
        return String.join(
                ", ", state.broken().stream().map(code -> code.value()).toList());
    }

    public String criteria() {
        return String.join(
                ", ",
                thread.path().criteria().stream().map(code -> code.value()).toList());
    }

    public static String holdInWords(Hold hold) {
        return switch (hold) {
            case WHOLE -> "Holds";
            case WAITING -> "Waiting for review";
            case LAPSED -> "Lapsed";
            case NOTHING -> "Nothing yet";
        };
    }

    static String word(Hold hold) {
        return hold.name().toLowerCase(Locale.ROOT);
    }

    /** Those first that need something done. */
    static int urgency(ThreadView view) {
        return List.of("broken", "whole", "closed").indexOf(view.standing());
    }
}
