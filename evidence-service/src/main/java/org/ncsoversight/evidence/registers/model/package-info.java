/** Structured registers: tables, columns, rules of rows, counts; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.registers.model;

import org.jspecify.annotations.NullMarked;
