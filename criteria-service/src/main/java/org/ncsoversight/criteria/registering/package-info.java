/** Entering a provider, or giving it another name or kind. */
@NullMarked
package org.ncsoversight.criteria.registering;

import org.jspecify.annotations.NullMarked;
