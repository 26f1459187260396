/** Where dead letters are kept, as a port. */
@NullMarked
package org.ncsoversight.criteria.deadletters.store;

import org.jspecify.annotations.NullMarked;
