/** What the topic says of counted registers. */
@NullMarked
package org.ncsoversight.evidence.registers.contract;

import org.jspecify.annotations.NullMarked;
