/** Actions of a quality improvement plan: what shall be different, and how far it has come; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.model.improvement;

import org.jspecify.annotations.NullMarked;
