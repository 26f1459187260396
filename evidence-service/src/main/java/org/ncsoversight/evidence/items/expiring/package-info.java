/** The calendar and the rules decide which accepted evidence no longer counts. */
@NullMarked
package org.ncsoversight.evidence.items.expiring;

import org.jspecify.annotations.NullMarked;
