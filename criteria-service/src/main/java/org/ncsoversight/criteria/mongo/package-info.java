/** The database and how it is written; only rooms called mongo know it, outbox aside. */
@NullMarked
package org.ncsoversight.criteria.mongo;

import org.jspecify.annotations.NullMarked;
