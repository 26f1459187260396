/** Asks many providers the same thing by a date, and sees who has answered. */
@NullMarked
package org.ncsoversight.evidence.together.campaigning;

import org.jspecify.annotations.NullMarked;
