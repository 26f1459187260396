package org.ncsoversight.evidence.together.commenting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.together.model.Comment;

/** A comment as the API shows it to those who may read it; alone also with the names it calls that nobody here has. */
record CommentBody(
        String comment,
        long version,
        String item,
        boolean internal,
        String text,
        String by,
        String at,
        List<String> mentions,
        List<Wording> wordings,
        @Nullable String resolvedBy,
        @Nullable String resolvedAt,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unknownMentions) {

    /** What it said from some time on. */
    record Wording(String text, String at) {}

    static CommentBody of(Comment comment) {
        return of(comment, List.of());
    }

    static CommentBody of(Comment comment, List<String> unknownMentions) {
        var resolved = comment.resolved();
        return new CommentBody(
                comment.id().toString(),
                comment.version(),
                comment.item().toString(),
                comment.internal(),
                comment.text(),
                comment.by().username(),
                comment.at().toString(),
                List.copyOf(comment.mentions()),
                comment.wordings().stream()
                        .map(one -> new Wording(one.text(), one.at().toString()))
                        .toList(),
                resolved == null ? null : resolved.by(),
                resolved == null ? null : resolved.at().toString(),
                unknownMentions);
    }
}
