/** The Kafka Streams topology that folds every stream into facts per provider and publishes their readiness. */
@NullMarked
package org.ncsoversight.reporting.folding;

import org.jspecify.annotations.NullMarked;
