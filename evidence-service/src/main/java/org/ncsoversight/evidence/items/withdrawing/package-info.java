/** A provider takes evidence back. */
@NullMarked
package org.ncsoversight.evidence.items.withdrawing;

import org.jspecify.annotations.NullMarked;
