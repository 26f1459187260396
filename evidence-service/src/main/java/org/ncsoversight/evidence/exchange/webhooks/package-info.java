/** A provider's own systems are told of its events, signed, until they say that they got them. */
@NullMarked
package org.ncsoversight.evidence.exchange.webhooks;

import org.jspecify.annotations.NullMarked;
