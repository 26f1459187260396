/** Published readiness in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.readiness.mongo;

import org.jspecify.annotations.NullMarked;
