/** Keeps what providers send as evidence, and whether it was accepted. */
@NullMarked
package org.ncsoversight.evidence;

import org.jspecify.annotations.NullMarked;
