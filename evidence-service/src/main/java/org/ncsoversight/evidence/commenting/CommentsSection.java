package org.ncsoversight.evidence.commenting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Fragment;
import org.ncsoversight.evidence.presenting.ItemSection;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** The comments on an item, on its page. */
@Component
class CommentsSection implements ItemSection {

    private static final int ORDER = 100;
    private static final int MOST_SHOWN = 500;

    private final CommentEvidence comment;
    private final Clock clock;

    CommentsSection(CommentEvidence comment, Clock clock) {
        this.comment = comment;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Fragment> section(Evidence evidence, Caller caller) {
        return Optional.of(new Fragment("commenting/comments", model(evidence, caller, "", false, List.of())));
    }

    /** With what was typed, when it could not be kept. */
    Map<String, Object> model(
            Evidence evidence, Caller caller, String typed, boolean internal, List<FieldError> errors) {
        var now = clock.instant();
        var comments = comment.on(evidence.id(), null, MOST_SHOWN, caller).stream()
                .map(one -> new ShownComment(one, one.mayBeEditedBy(caller.person(), now)))
                .toList();
        return Map.of(
                "evidence", evidence,
                "comments", comments,
                "amongThemselves", CommentEvidence.isAmongThemselves(caller, evidence.provider()),
                "typed", typed,
                "typedInternal", internal,
                "errors", new FieldErrors(errors),
                "fresh", UUID.randomUUID().toString());
    }
}
