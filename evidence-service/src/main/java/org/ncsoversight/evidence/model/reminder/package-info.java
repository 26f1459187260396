/** When somebody is reminded of a review date; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.model.reminder;

import org.jspecify.annotations.NullMarked;
