/** The known editions and providers in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.standard.mongo;

import org.jspecify.annotations.NullMarked;
