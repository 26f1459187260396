/** Entering a contract, or changing its area, end or parties. */
@NullMarked
package org.ncsoversight.criteria.register.contracting;

import org.jspecify.annotations.NullMarked;
