/** Reading the register: providers, their dates, and contracts. */
@NullMarked
package org.ncsoversight.criteria.register.viewing;

import org.jspecify.annotations.NullMarked;
