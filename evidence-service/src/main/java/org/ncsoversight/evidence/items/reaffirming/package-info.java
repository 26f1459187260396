/** An owner confirms that accepted evidence still answers a criterion whose text has changed. */
@NullMarked
package org.ncsoversight.evidence.items.reaffirming;

import org.jspecify.annotations.NullMarked;
