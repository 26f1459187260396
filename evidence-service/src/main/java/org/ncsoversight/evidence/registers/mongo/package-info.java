/** Rows, imports and counts of structured registers in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.registers.mongo;

import org.jspecify.annotations.NullMarked;
