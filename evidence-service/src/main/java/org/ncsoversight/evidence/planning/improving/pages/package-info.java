/** The plan on pages: its list, its forms and its words. */
@NullMarked
package org.ncsoversight.evidence.planning.improving.pages;

import org.jspecify.annotations.NullMarked;
