/** Dead letters in MongoDB. */
@NullMarked
package org.ncsoversight.criteria.deadletters.mongo;

import org.jspecify.annotations.NullMarked;
