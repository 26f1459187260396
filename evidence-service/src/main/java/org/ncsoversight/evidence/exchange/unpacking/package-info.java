/** A pack comes in, from another installation or the same one, as the same items. */
@NullMarked
package org.ncsoversight.evidence.exchange.unpacking;

import org.jspecify.annotations.NullMarked;
