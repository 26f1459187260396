/** Giving somebody an account. */
@NullMarked
package org.ncsoversight.criteria.people.inviting;

import org.jspecify.annotations.NullMarked;
