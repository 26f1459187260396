/** Giving systems of a provider accounts to call the API with, and ending those. */
@NullMarked
package org.ncsoversight.criteria.people.connecting;

import org.jspecify.annotations.NullMarked;
