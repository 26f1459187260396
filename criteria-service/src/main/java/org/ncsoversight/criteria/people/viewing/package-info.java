/** Who has an account, and what was done about whom. */
@NullMarked
package org.ncsoversight.criteria.people.viewing;

import org.jspecify.annotations.NullMarked;
