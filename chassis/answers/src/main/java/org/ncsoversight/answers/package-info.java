/** How services refuse: one set of codes, as a problem to programs and as a page to people. */
@NullMarked
package org.ncsoversight.answers;

import org.jspecify.annotations.NullMarked;
