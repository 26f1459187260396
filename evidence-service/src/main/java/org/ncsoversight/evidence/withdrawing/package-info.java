/** A provider takes evidence back. */
@NullMarked
package org.ncsoversight.evidence.withdrawing;

import org.jspecify.annotations.NullMarked;
