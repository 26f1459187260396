/** An assessor accepts evidence or returns it with a reason. */
@NullMarked
package org.ncsoversight.evidence.items.reviewing;

import org.jspecify.annotations.NullMarked;
