/** What can be set from outside, and the clock. */
@NullMarked
package org.ncsoversight.criteria.settings;

import org.jspecify.annotations.NullMarked;
