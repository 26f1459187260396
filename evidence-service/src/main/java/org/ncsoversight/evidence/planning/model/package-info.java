/** Golden threads, actions of the improvement plan and self-assessment reports; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.planning.model;

import org.jspecify.annotations.NullMarked;
