/** Taking in many items at once: a table of them, and their files in a ZIP. */
@NullMarked
package org.ncsoversight.evidence.exchange.importing;

import org.jspecify.annotations.NullMarked;
