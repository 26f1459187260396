/** Turns what names a client into what only tells clients apart. */
@NullMarked
package org.ncsoversight.outcomes.pseudonymising;

import org.jspecify.annotations.NullMarked;
