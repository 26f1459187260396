/** Dead letters in MongoDB. */
@NullMarked
package org.ncsoversight.criteria.mongo.letters;

import org.jspecify.annotations.NullMarked;
