/** Reads the published guidance document, as it is laid out. */
@NullMarked
package org.ncsoversight.criteria.standard.guidance;

import org.jspecify.annotations.NullMarked;
