/** Assignments, comments, campaigns and reminders in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.together.mongo;

import org.jspecify.annotations.NullMarked;
