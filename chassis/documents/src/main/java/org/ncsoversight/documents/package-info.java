/** What every service that keeps documents in MongoDB does alike: how long it waits, and what it says when it waits no longer. */
@NullMarked
package org.ncsoversight.documents;

import org.jspecify.annotations.NullMarked;
