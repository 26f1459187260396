/** Lists that leave as CSV or XLSX; whole files never stand in memory. */
@NullMarked
package org.ncsoversight.evidence.spreadsheet;

import org.jspecify.annotations.NullMarked;
