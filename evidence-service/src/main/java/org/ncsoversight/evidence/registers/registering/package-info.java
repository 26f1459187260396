/** A provider keeps the registers the Standard names, row by row or from a file; overseers look. */
@NullMarked
package org.ncsoversight.evidence.registers.registering;

import org.jspecify.annotations.NullMarked;
