/** People talk about an item: who may read it, calls whom, and what is settled. */
@NullMarked
package org.ncsoversight.evidence.together.commenting;

import org.jspecify.annotations.NullMarked;
