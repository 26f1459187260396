/** What differs between two editions, down to the word. */
@NullMarked
package org.ncsoversight.criteria.standard.comparison;

import org.jspecify.annotations.NullMarked;
