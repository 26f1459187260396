/** Registers come from CSV and XLSX files and go out as such. */
@NullMarked
package org.ncsoversight.evidence.registers.registering.files;

import org.jspecify.annotations.NullMarked;
