/** Makes the document from a service's code; used by tests alone, with springdoc on their class path. */
@NullMarked
package org.ncsoversight.apidocs.generating;

import org.jspecify.annotations.NullMarked;
