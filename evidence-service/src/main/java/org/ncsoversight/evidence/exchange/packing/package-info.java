/** Evidence leaves as one ZIP for an assessor, and comes back on another installation as the same items. */
@NullMarked
package org.ncsoversight.evidence.exchange.packing;

import org.jspecify.annotations.NullMarked;
