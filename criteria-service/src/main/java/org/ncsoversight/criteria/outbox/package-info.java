/** Sends what the stores have announced to Kafka. */
@NullMarked
package org.ncsoversight.criteria.outbox;

import org.jspecify.annotations.NullMarked;
