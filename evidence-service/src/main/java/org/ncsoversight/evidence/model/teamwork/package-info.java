/** What colleagues give each other to do and say to each other; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.model.teamwork;

import org.jspecify.annotations.NullMarked;
