/** How a refusal looks: problem details for machines, a page for people. */
@NullMarked
package org.ncsoversight.outcomes.refusing;

import org.jspecify.annotations.NullMarked;
