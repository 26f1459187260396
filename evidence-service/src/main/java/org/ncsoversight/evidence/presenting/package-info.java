/** How evidence, problems and dates are written in JSON and on pages. */
@NullMarked
package org.ncsoversight.evidence.presenting;

import org.jspecify.annotations.NullMarked;
