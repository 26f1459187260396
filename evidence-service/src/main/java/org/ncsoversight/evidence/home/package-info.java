/** A provider sees what was published of its readiness, criterion by criterion, and what is next. */
@NullMarked
package org.ncsoversight.evidence.home;

import org.jspecify.annotations.NullMarked;
