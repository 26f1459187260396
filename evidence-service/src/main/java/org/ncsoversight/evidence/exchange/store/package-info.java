/** What the exchange with other systems keeps, as ports. */
@NullMarked
package org.ncsoversight.evidence.exchange.store;

import org.jspecify.annotations.NullMarked;
