/** Entering a provider, or giving it another name or kind. */
@NullMarked
package org.ncsoversight.criteria.register.registering;

import org.jspecify.annotations.NullMarked;
