/** Evidence leaves as one ZIP for an assessor or another installation. */
@NullMarked
package org.ncsoversight.evidence.exchange.packing;

import org.jspecify.annotations.NullMarked;
