/** Suspending, restoring and removing people, and giving them roles and passwords. */
@NullMarked
package org.ncsoversight.criteria.people.changing;

import org.jspecify.annotations.NullMarked;
