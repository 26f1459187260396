/** What services that hear from Kafka by Spring do with records they cannot use. */
@NullMarked
package org.ncsoversight.outbox.listening;

import org.jspecify.annotations.NullMarked;
