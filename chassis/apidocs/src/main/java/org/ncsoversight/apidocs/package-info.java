/** What an operation answers, said beside it, and the document that tells it to others. */
@NullMarked
package org.ncsoversight.apidocs;

import org.jspecify.annotations.NullMarked;
