/** How a delivery is signed and sent, and to which addresses it may go. */
@NullMarked
package org.ncsoversight.evidence.exchange.sending;

import org.jspecify.annotations.NullMarked;
