/** A provider sees, criterion by criterion, how far its preparation is and what is next. */
@NullMarked
package org.ncsoversight.evidence.home;

import org.jspecify.annotations.NullMarked;
