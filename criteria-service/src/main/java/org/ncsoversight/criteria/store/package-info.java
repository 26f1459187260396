/** What the stores of all wings have in common. */
@NullMarked
package org.ncsoversight.criteria.store;

import org.jspecify.annotations.NullMarked;
