/** What we hear from criteria-service about providers and contracts. */
@NullMarked
package org.ncsoversight.outcomes.providers;

import org.jspecify.annotations.NullMarked;
