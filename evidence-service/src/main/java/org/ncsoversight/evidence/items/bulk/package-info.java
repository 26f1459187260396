/** Doing the same with many items: submit, withdraw, give to another owner. */
@NullMarked
package org.ncsoversight.evidence.items.bulk;

import org.jspecify.annotations.NullMarked;
