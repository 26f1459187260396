/** The ports behind which evidence and its files are kept. */
@NullMarked
package org.ncsoversight.evidence.store;

import org.jspecify.annotations.NullMarked;
