/** A provider writes its self-assessment report over what the platform gathers, signs it, and hands it out. */
@NullMarked
package org.ncsoversight.evidence.planning.assessing;

import org.jspecify.annotations.NullMarked;
