/** Remembers who has called, so that colleagues can be named. */
@NullMarked
package org.ncsoversight.evidence.together.people;

import org.jspecify.annotations.NullMarked;
