/** Whole editions as files to take away. */
@NullMarked
package org.ncsoversight.criteria.exporting;

import org.jspecify.annotations.NullMarked;
