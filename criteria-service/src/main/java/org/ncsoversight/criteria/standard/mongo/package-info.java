/** Editions, their drafts and imports in MongoDB. */
@NullMarked
package org.ncsoversight.criteria.standard.mongo;

import org.jspecify.annotations.NullMarked;
