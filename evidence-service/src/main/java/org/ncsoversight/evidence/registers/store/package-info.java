/** What is kept of structured registers, as ports. */
@NullMarked
package org.ncsoversight.evidence.registers.store;

import org.jspecify.annotations.NullMarked;
