/** A provider's own account of how it meets the Standard over a period; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.model.assessment;

import org.jspecify.annotations.NullMarked;
