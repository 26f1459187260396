/** A provider submits evidence with its files. */
@NullMarked
package org.ncsoversight.evidence.items.submitting;

import org.jspecify.annotations.NullMarked;
