/** Everyone concerned looks at evidence and downloads its files. */
@NullMarked
package org.ncsoversight.evidence.items.viewing;

import org.jspecify.annotations.NullMarked;
