/** Keeps logs readable while Kafka is away. */
@NullMarked
package org.ncsoversight.logging;

import org.jspecify.annotations.NullMarked;
