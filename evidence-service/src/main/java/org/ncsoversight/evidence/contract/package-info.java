/** The Java side of the promises in contracts/. */
@NullMarked
package org.ncsoversight.evidence.contract;

import org.jspecify.annotations.NullMarked;
