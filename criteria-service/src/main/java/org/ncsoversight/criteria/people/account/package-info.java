/** What everybody does about their own account. */
@NullMarked
package org.ncsoversight.criteria.people.account;

import org.jspecify.annotations.NullMarked;
