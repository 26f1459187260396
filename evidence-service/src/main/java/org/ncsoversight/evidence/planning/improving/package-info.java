/** A provider plans what it will improve, carries it out, and has it verified by somebody else. */
@NullMarked
package org.ncsoversight.evidence.planning.improving;

import org.jspecify.annotations.NullMarked;
