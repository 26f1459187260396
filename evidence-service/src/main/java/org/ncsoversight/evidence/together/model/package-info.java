/** What people ask and tell each other: assignments, comments, campaigns, reminders; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.together.model;

import org.jspecify.annotations.NullMarked;
