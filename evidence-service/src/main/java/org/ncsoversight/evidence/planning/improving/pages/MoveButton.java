package org.ncsoversight.evidence.planning.improving.pages;

import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.planning.model.ActionState;

/**
 * One thing that can be done with an action on its page.
 *
 * @param to the last part of the address it is sent to
 * @param ask the label of the text that must be given with it, if any
 */
public record MoveButton(String to, String words, @Nullable String ask, boolean forLeads) {

    static MoveButton of(ActionState next) {
        return switch (next) {
            case AGREED -> new MoveButton("agreement", "Agree this action", null, true);
            case DROPPED -> new MoveButton("dropping", "Drop this proposal", "Why should it be dropped?", true);
            case IN_PROGRESS -> new MoveButton("start", "Start work", null, false);
            case DONE -> new MoveButton("completion", "Mark as done", "What was done?", false);
            case VERIFIED -> new MoveButton("verification", "Verify that it is done", null, true);
            case REOPENED -> new MoveButton("reopening", "Reopen", "Why must it be reopened?", true);
            case PROPOSED -> throw new IllegalArgumentException("an action is proposed once");
        };
    }
}
