/** Reads what providers send, says what is wrong with it, and keeps its files; every way of sending evidence goes through here. */
@NullMarked
package org.ncsoversight.evidence.items.intake;

import org.jspecify.annotations.NullMarked;
