/** What the topics said last, kept in MongoDB for reading; can be emptied and filled again. */
@NullMarked
package org.ncsoversight.reporting.readmodel;

import org.jspecify.annotations.NullMarked;
