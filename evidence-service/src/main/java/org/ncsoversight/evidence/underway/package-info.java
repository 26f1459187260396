/** Imports that nobody waits for to the end. */
@NullMarked
package org.ncsoversight.evidence.underway;

import org.jspecify.annotations.NullMarked;
