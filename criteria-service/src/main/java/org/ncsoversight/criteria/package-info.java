/** Says what is asked for, of whom: editions of the Standard and the register of providers and contracts. */
@NullMarked
package org.ncsoversight.criteria;

import org.jspecify.annotations.NullMarked;
