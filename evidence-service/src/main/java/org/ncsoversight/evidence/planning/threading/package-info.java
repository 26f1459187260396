/** A provider names golden threads, hangs evidence on them, and sees where they are broken. */
@NullMarked
package org.ncsoversight.evidence.planning.threading;

import org.jspecify.annotations.NullMarked;
