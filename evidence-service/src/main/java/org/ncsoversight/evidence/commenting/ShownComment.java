package org.ncsoversight.evidence.commenting;

import org.ncsoversight.evidence.model.teamwork.Comment;

/** A comment as one caller sees it. */
public record ShownComment(Comment comment, boolean mayEdit) {}
