/** Registers: tables the Standard names, as data, and what they count; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.model.register;

import org.jspecify.annotations.NullMarked;
