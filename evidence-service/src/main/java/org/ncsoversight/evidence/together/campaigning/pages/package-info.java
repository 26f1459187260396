/** Campaigns on pages: their lists, their forms and their words. */
@NullMarked
package org.ncsoversight.evidence.together.campaigning.pages;

import org.jspecify.annotations.NullMarked;
