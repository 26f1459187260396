/** Shows what has been claimed. */
@NullMarked
package org.ncsoversight.outcomes.viewing;

import org.jspecify.annotations.NullMarked;
