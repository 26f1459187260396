/** Reading the Standard: its elements, criteria, links and threads. */
@NullMarked
package org.ncsoversight.criteria.standard.browsing;

import org.jspecify.annotations.NullMarked;
