/** A lead gives criteria to colleagues, and everyone sees what waits for them. */
@NullMarked
package org.ncsoversight.evidence.together.assigning;

import org.jspecify.annotations.NullMarked;
