/** An assessor accepts evidence or returns it with a reason. */
@NullMarked
package org.ncsoversight.evidence.reviewing;

import org.jspecify.annotations.NullMarked;
