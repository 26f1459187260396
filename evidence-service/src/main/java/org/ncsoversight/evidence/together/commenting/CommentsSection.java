package org.ncsoversight.evidence.together.commenting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.presentation.ItemSection;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Fragment;
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
        return Optional.of(new Fragment(
                "together/commenting/comments", model(evidence, caller, CommentPages.Typed.NOTHING, null, List.of())));
    }

    /** With what was typed, when it could not be kept. */
    Map<String, Object> model(
            Evidence evidence,
            Caller caller,
            CommentPages.Typed typed,
            @Nullable String after,
            List<FieldError> errors) {
        var now = clock.instant();
        var found = comment.on(evidence.id(), after, MOST_SHOWN + 1, caller);
        boolean more = found.size() > MOST_SHOWN;
        var comments = found.stream()
                .limit(MOST_SHOWN)
                .map(one -> new ShownComment(one, one.mayBeEditedBy(caller.person(), now)))
                .toList();
        return Map.of(
                "evidence",
                evidence,
                "comments",
                comments,
                "amongThemselves",
                CommentEvidence.isAmongThemselves(caller, evidence.provider()),
                "typed",
                typed.text(),
                "typedInternal",
                typed.internal(),
                "errors",
                new FieldErrors(errors),
                "later",
                more ? Cursor.write(found.get(MOST_SHOWN - 1).listKey()) : "",
                "fresh",
                UUID.randomUUID().toString());
    }
}
