/** What registers count is announced when it changes, whether somebody or only the date changed it. */
@NullMarked
package org.ncsoversight.evidence.registers.counting;

import org.jspecify.annotations.NullMarked;
