/** Tells people by e-mail what is coming up and what was given to them. */
@NullMarked
package org.ncsoversight.evidence.together.reminding;

import org.jspecify.annotations.NullMarked;
