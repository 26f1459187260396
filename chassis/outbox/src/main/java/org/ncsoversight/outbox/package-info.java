/** State and its events in one atomic MongoDB write, relayed to Kafka in order per key. */
@NullMarked
package org.ncsoversight.outbox;

import org.jspecify.annotations.NullMarked;
