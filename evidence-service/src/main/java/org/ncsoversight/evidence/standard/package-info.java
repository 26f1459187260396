/** What this service knows of the Standard and of providers' names. */
@NullMarked
package org.ncsoversight.evidence.standard;

import org.jspecify.annotations.NullMarked;
