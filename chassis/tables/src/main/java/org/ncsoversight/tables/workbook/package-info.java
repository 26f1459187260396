/** Workbooks that people send, checked before they are expanded. */
@NullMarked
package org.ncsoversight.tables.workbook;

import org.jspecify.annotations.NullMarked;
