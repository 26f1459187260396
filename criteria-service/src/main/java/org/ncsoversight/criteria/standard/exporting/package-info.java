/** Whole editions as files to take away. */
@NullMarked
package org.ncsoversight.criteria.standard.exporting;

import org.jspecify.annotations.NullMarked;
