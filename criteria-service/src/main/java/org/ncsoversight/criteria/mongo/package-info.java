/** The only package that knows MongoDB, outbox aside. */
@NullMarked
package org.ncsoversight.criteria.mongo;

import org.jspecify.annotations.NullMarked;
