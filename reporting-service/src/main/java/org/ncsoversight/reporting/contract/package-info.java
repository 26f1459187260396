/** The Java side of contracts/: what this service publishes, written by hand. */
@NullMarked
package org.ncsoversight.reporting.contract;

import org.jspecify.annotations.NullMarked;
