/** Messages that a service could not read: seen, put up again after a fix, or set aside for good. */
@NullMarked
package org.ncsoversight.criteria.deadletters.resolving;

import org.jspecify.annotations.NullMarked;
