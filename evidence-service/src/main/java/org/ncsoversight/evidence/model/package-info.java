/** Evidence, what can happen to it, and who may say so; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.model;

import org.jspecify.annotations.NullMarked;
