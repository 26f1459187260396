/** The Java side of contracts/. */
@NullMarked
package org.ncsoversight.outcomes.contract;

import org.jspecify.annotations.NullMarked;
