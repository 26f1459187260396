/** Tables that leave as CSV or XLSX and come in as either; whole files never stand in memory. */
@NullMarked
package org.ncsoversight.evidence.spreadsheet;

import org.jspecify.annotations.NullMarked;
