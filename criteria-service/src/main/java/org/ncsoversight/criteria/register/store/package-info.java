/** The ports through which the register is read and written, always on behalf of somebody. */
@NullMarked
package org.ncsoversight.criteria.register.store;

import org.jspecify.annotations.NullMarked;
