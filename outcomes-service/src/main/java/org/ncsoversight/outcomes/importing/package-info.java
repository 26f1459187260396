/** Takes a file of claims in, once, whatever dies on the way. */
@NullMarked
package org.ncsoversight.outcomes.importing;

import org.jspecify.annotations.NullMarked;
