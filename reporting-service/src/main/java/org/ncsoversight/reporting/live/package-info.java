/** Tells open pages that there is something newer to show. */
@NullMarked
package org.ncsoversight.reporting.live;

import org.jspecify.annotations.NullMarked;
