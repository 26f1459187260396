/** Import runs in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.underway.mongo;

import org.jspecify.annotations.NullMarked;
