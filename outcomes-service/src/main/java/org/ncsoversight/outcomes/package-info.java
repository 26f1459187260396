/** Keeps what became of clients: the outcome claims. */
@NullMarked
package org.ncsoversight.outcomes;

import org.jspecify.annotations.NullMarked;
