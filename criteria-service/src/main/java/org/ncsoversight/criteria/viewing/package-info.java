/** Reading the register: providers, their dates, and contracts. */
@NullMarked
package org.ncsoversight.criteria.viewing;

import org.jspecify.annotations.NullMarked;
