/** Computes how ready every provider is, and why; owns nothing. */
@NullMarked
package org.ncsoversight.reporting;

import org.jspecify.annotations.NullMarked;
