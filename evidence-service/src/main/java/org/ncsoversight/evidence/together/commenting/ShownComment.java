package org.ncsoversight.evidence.together.commenting;

import org.ncsoversight.evidence.together.model.Comment;

/** A comment as one caller sees it. */
public record ShownComment(Comment comment, boolean mayEdit) {}
