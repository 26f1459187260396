/** A kept file and what the virus scanner said of it; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.files.model;

import org.jspecify.annotations.NullMarked;
