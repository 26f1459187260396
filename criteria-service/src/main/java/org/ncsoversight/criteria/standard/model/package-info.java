/** What the Standard asks: editions with their elements, criteria, links, threads and measures. */
@NullMarked
package org.ncsoversight.criteria.standard.model;

import org.jspecify.annotations.NullMarked;
