/** Entries of the register as JSON, the same wherever they are answered. */
@NullMarked
package org.ncsoversight.criteria.register.views;

import org.jspecify.annotations.NullMarked;
