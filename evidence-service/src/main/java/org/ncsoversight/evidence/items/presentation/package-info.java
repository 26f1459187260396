/** How an item is written: in JSON, in a table, in words, and which sections its page has. */
@NullMarked
package org.ncsoversight.evidence.items.presentation;

import org.jspecify.annotations.NullMarked;
