/** A draft on pages, one question after another, up to the check before it is submitted. */
@NullMarked
package org.ncsoversight.evidence.items.drafting.steps;

import org.jspecify.annotations.NullMarked;
