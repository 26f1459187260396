/** What is kept of items and how they are found, as ports. */
@NullMarked
package org.ncsoversight.evidence.items.store;

import org.jspecify.annotations.NullMarked;
