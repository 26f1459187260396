/** The only package that knows MongoDB and the outbox. */
@NullMarked
package org.ncsoversight.outcomes.mongo;

import org.jspecify.annotations.NullMarked;
